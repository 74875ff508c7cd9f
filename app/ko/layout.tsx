import type { ReactNode } from 'react'
import '@/app/styles/site.css'
import { Document } from '@/components/chrome/Document'

export default function Layout({ children }: { children: ReactNode }) {
  return <Document locale="ko">{children}</Document>
}
