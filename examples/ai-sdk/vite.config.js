import { defineConfig } from "vite";
import { fakeProvider } from "./fake-provider.js";

export default defineConfig({ plugins: [fakeProvider()] });
