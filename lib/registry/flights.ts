import { ProblemError } from '../oci/problem.ts'

/** What a listener brings along. */
export type Listener<Event> = {
  /** when it fires, this listener is gone */
  signal: AbortSignal
  /** hears every event of the flight, those before it came included */
  onEvent?: (event: Event) => void
}

export type Start<Event, Value> = (
  emit: (event: Event) => void,
  signal: AbortSignal,
) => Promise<Value>

type Flight<Event, Value> = {
  events: Event[]
  listeners: Set<Listener<Event>>
  value: Promise<Value>
  controller: AbortController
}

/**
 * One piece of upstream work for any number of equal requests.
 *
 * The first to ask under a key starts it, later ones join; it is aborted when the last one leaves.
 */
export function createFlights<Event, Value>() {
  const flights = new Map<string, Flight<Event, Value>>()
  const admissions = new Map<string, Promise<void>>()

  function begin(key: string, start: Start<Event, Value>): Flight<Event, Value> {
    const controller = new AbortController()
    const flight: Flight<Event, Value> = {
      events: [],
      listeners: new Set(),
      controller,
      value: Promise.resolve() as Promise<never>,
    }
    const emit = (event: Event) => {
      flight.events.push(event)
      for (const { onEvent } of flight.listeners) onEvent?.(event)
    }
    flights.set(key, flight)
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    flight.value = start(emit, controller.signal).finally(land)
    // Everyone may have left by the time it fails.
    flight.value.catch(() => {})
    controller.signal.addEventListener('abort', land)
    return flight
  }

  return {
    /** how many are under way */
    get size() {
      return flights.size
    },

    /**
     * @param admit asked before work is started, never before joining; throws to refuse
     * @throws what `admit` or `start` throws; ProblemError `conversation-cut` when the listener left
     */
    async join(
      key: string,
      listener: Listener<Event>,
      start: Start<Event, Value>,
      admit: () => Promise<void> = async () => {},
    ): Promise<Value> {
      let flight = flights.get(key)
      while (!flight) {
        const pending = admissions.get(key)
        if (pending) {
          // Whoever is before us starts it, or is refused; then it is our turn.
          await pending.catch(() => {})
        } else {
          const admission = admit()
          admissions.set(key, admission)
          try {
            await admission
          } finally {
            admissions.delete(key)
          }
          if (listener.signal.aborted) throw new ProblemError({ kind: 'conversation-cut' })
          flight = begin(key, start)
        }
        flight ??= flights.get(key)
      }
      const joined = flight
      const { signal, onEvent } = listener
      for (const event of joined.events) onEvent?.(event)
      joined.listeners.add(listener)

      let leave = () => {}
      const left = new Promise<never>((_, reject) => {
        leave = () => reject(new ProblemError({ kind: 'conversation-cut' }))
      })
      if (signal.aborted) leave()
      signal.addEventListener('abort', leave)
      try {
        return await Promise.race([joined.value, left])
      } finally {
        signal.removeEventListener('abort', leave)
        joined.listeners.delete(listener)
        if (joined.listeners.size === 0) joined.controller.abort()
      }
    },
  }
}
