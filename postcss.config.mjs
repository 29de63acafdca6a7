/** Layers are lowered to plain rules of rising weight: a browser without `@layer` throws the whole of one away. */
export default { plugins: { '@tailwindcss/postcss': {}, '@csstools/postcss-cascade-layers': {} } };
