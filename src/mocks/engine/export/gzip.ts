/** The most bytes of one stored block. */
const BLOCK = 0xffff

/**
 * `bytes` as a gzip file whose content is stored, not compressed: what every unzipper reads, without a
 * compressor, which browsers have only as an asynchronous stream.
 */
export function gzipStored(bytes: Uint8Array): Uint8Array {
  const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
  const parts: Uint8Array[] = [Uint8Array.from(header)]
  for (let at = 0; at === 0 || at < bytes.length; at += BLOCK) {
    const part = bytes.subarray(at, at + BLOCK)
    const isLast = at + BLOCK >= bytes.length
    const size = part.length
    parts.push(Uint8Array.of(isLast ? 1 : 0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255), part)
  }
  const tail = new DataView(new ArrayBuffer(8))
  tail.setUint32(0, crc32(bytes), true)
  tail.setUint32(4, bytes.length, true)
  parts.push(new Uint8Array(tail.buffer))
  return joined(parts)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
