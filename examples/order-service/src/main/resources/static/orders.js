const GOOD = new Set(["DELIVERED", "READ", "INFORMED"]);
const BAD = new Set(["REFUSED", "FAILED", "EXPIRED", "UNREACHED"]);
const OPEN = new Set(["UNKNOWN", "NOT_SENT"]);

const table = document.getElementById("orders");
const connection = document.getElementById("connection");
const problem = document.getElementById("problem");
const form = document.getElementById("new");
const rows = new Map();

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text; // never markup: an item is what a customer typed
  if (className) made.className = className;
  return made;
}

function state(name) {
  const cell = document.createElement("td");
  if (name) {
    const kind = GOOD.has(name) ? "good" : BAD.has(name) ? "bad" : OPEN.has(name) ? "open" : "";
    cell.append(element("span", name.toLowerCase().replace("_", " "), `state ${kind}`));
  }
  return cell;
}

function action(order) {
  const cell = document.createElement("td");
  if (order.state === "PLACED") {
    const button = element("button", "Ship");
    button.addEventListener("click", () => {
      button.disabled = true;
      post(`orders/${order.id}/ship`);
    });
    cell.append(button);
  }
  return cell;
}

function show(order) {
  const old = rows.get(order.id);
  if (old && Number(old.dataset.version) > order.version) return; // overtaken
  const row = element("tr", "");
  row.dataset.order = order.id;
  row.dataset.version = order.version;
  row.append(element("td", order.id), element("td", order.item), element("td", order.phone));
  row.append(state(order.state), state(order.whatsapp), state(order.sms), action(order));
  if (old) {
    old.replaceWith(row);
  } else {
    const next = [...table.children].find((other) => Number(other.dataset.order) < order.id);
    table.insertBefore(row, next ?? null);
  }
  rows.set(order.id, row);
}

async function post(path, body) {
  problem.textContent = "";
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) problem.textContent = (await response.text()) || `The server answered ${response.status}.`;
  } catch {
    problem.textContent = "The server can't be reached.";
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  post("orders", Object.fromEntries(new FormData(form)));
});

const events = new EventSource("orders/events");
events.addEventListener("open", async () => {
  const response = await fetch("orders"); // after subscribing, so that no change is missed
  for (const order of await response.json()) show(order);
  connection.textContent = "live";
  connection.className = "live";
});
events.addEventListener("message", (event) => show(JSON.parse(event.data)));
events.addEventListener("error", () => {
  connection.textContent = "connecting …";
  connection.className = "";
});
