import { mount } from "svelte";
import Composer from "./composer.svelte";

mount(Composer, { target: document.querySelector("#app") });
