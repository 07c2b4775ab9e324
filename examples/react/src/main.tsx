import { createRoot } from "react-dom/client";
import { Composer } from "./composer.tsx";

const app = document.querySelector("#app");
if (app) createRoot(app).render(<Composer />);
