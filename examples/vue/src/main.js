import { createApp } from "vue";
import PromptForm from "./prompt-form.vue";

createApp(PromptForm).mount("#app");
