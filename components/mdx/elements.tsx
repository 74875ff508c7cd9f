import type { ComponentProps, ReactNode } from 'react'

/** A link to a clause of a spec, at a tag, so that it says the same tomorrow. */
export function Spec(props: { href: string; version: string; children: ReactNode }) {
  return (
    <a className="spec-link" href={props.href}>
      {props.children} <small>({props.version})</small>
    </a>
  )
}

/** A source or a term, in the margin where there is one. */
export function Aside({ children }: { children: ReactNode }) {
  return <aside className="aside">{children}</aside>
}

/** What to keep of the chapter. */
export function Recap({ children }: { children: ReactNode }) {
  return <section className="recap">{children}</section>
}

/** Tables scroll by themselves on a narrow screen. */
export function Table(props: ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="table" tabIndex={0}>
      <table {...props} />
    </div>
  )
}

/** A heading that links to itself. */
export function heading(Tag: 'h2' | 'h3') {
  return function Heading({ id, children }: ComponentProps<'h2'>) {
    return (
      <Tag id={id}>
        <a className="heading-link" href={`#${id}`}>
          {children}
        </a>
      </Tag>
    )
  }
}
