import { useEffect, useRef, useState } from 'react'
import type { LayersClient, StartLayers } from './client'
import type { View, ViewQuery } from './explorer'
import type { AnyLayers } from './facts'
import type { Answers, Progress, Question } from './messages'

/** A worker for the image, and how far it is. `version` grows with all that is new. */
export function useLayers(image: AnyLayers, start: StartLayers) {
  const [client, setClient] = useState<LayersClient | null>(null)
  const [progress, setProgress] = useState<(Progress & { version: number }) | null>(null)
  // The key names the image; an equal object made anew is the same image.
  const latest = useRef(image)
  latest.current = image
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let version = 0
    const started = start(latest.current, (told) => {
      version += 1
      setProgress({ ...told, version })
    })
    setClient(started)
    return () => started.close()
  }, [image.key, start])
  return { client, progress }
}

/**
 * The rows of a window as the worker has them now. One question is on its way at a time; the old answer
 * stays until the new one comes.
 */
export function useView(client: LayersClient | null, query: ViewQuery, version: number) {
  const [view, setView] = useState<View | null>(null)
  const key = JSON.stringify(query) + version
  const wanted = useRef({ key, query })
  wanted.current = { key, query }
  const asking = useRef<LayersClient | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new key is a new question
  useEffect(() => {
    // A running one looks for what is wanted by itself.
    if (!client || asking.current === client) return
    asking.current = client
    const ask = async () => {
      for (let asked = ''; asked !== wanted.current.key; ) {
        asked = wanted.current.key
        setView(await client.ask({ about: 'view', query: wanted.current.query }))
      }
      asking.current = null
    }
    void ask()
  }, [client, key])
  return view
}

/** The answer to one question, asked again when it or `version` changes; null until it comes. */
export function useAnswer<Q extends Question>(
  client: LayersClient | null,
  question: Q | null,
  version: number,
): { of: string; answer: Answers[Q['about']] } | null {
  const [known, setKnown] = useState<{ of: string; answer: Answers[Q['about']] } | null>(null)
  const key = JSON.stringify(question)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the question
  useEffect(() => {
    if (!client || !question) return
    let gone = false
    client.ask(question).then((answer) => {
      if (!gone) setKnown({ of: key, answer })
    })
    return () => {
      gone = true
    }
  }, [client, key, version])
  return known?.of === key ? known : null
}
