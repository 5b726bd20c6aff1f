declare module 'wawoff2' {
  /** WOFF2 → the font as it was before packing. */
  export function decompress(packed: Uint8Array): Promise<Uint8Array>;
}
