/** Switches for what can go wrong, and the bar that says what is on. */

import { html } from './html.mjs';
import { Icon } from './icons.mjs';
import { Field, Switch } from './controls.mjs';
import { formatPlace } from './links.mjs';
import { putFaults } from './actions.mjs';
import { count } from './format.mjs';
import { describe, withDefaults } from './fault.mjs';

const GROUPS = { call: 'Calls', account: 'Keys and clock', receipts: 'Receipts', queue: 'Queue' };

/** What is on, on top of every view: a forgotten switch costs hours. */
export function FaultBar({ store, state }) {
  const { faults, faultKinds } = state;
  return faults.length === 0 ? null : html`
    <section class="bar faults-on" aria-label="Faults that are on">
      <${Icon} name="faults" />
      <span class="faults-on-text"><b>${count(faults.length, 'fault is on', 'faults are on')}:</b> ${faults.map((fault) => describe(fault, faultKinds)).join(' · ')}</span>
      ${state.place.view === 'faults' ? null : html`<a class="bar-link" href=${formatPlace({ view: 'faults' })}>Show</a>`}
      <button type="button" class="button" onClick=${() => putFaults(store, [])}>Switch all off</button>
    </section>`;
}

export function FaultsView({ store, state }) {
  const groups = Object.groupBy(state.faultKinds, (kind) => kind.group ?? 'call');
  return html`
    <div class="page">
      <div class="page-head"><div><h2>Faults</h2><p class="muted">Switch on what your application has to survive. Restrict it to some calls, or to the next few.</p></div></div>
      <datalist id="operations">${operations(store).map((name) => html`<option key=${name} value=${name} />`)}</datalist>
      ${Object.entries(groups).map(([group, kinds]) => html`
        <section key=${group} class="fault-group">
          <h3>${GROUPS[group] ?? group}</h3>
          <ul class="cards">${kinds.map((kind) => html`<li key=${kind.kind}><${FaultCard} store=${store} kind=${kind} faults=${state.faults} /></li>`)}</ul>
        </section>`)}
    </div>`;
}

function operations(store) {
  return [...new Set(store.mailbox.requests().map((request) => request.operation).filter(Boolean))].sort();
}

function FaultCard({ store, kind, faults }) {
  const mine = faults.filter((fault) => fault.kind === kind.kind);
  const replace = (fault, changed) => putFaults(store, faults.flatMap((other) => (other !== fault ? [other] : changed ? [changed] : [])));
  const add = () => putFaults(store, [...faults, withDefaults(kind)]);
  return html`
    <article class=${`card fault ${mine.length ? 'on' : ''}`}>
      <div class="fault-head">
        <${Switch} label=${kind.title} checked=${mine.length > 0}
          onChange=${(on) => (on ? add() : putFaults(store, faults.filter((fault) => fault.kind !== kind.kind)))} />
      </div>
      <p class="muted">${kind.description}</p>
      ${mine.map((fault, index) => html`<${FaultForm} key=${fault.id ?? index} kind=${kind} fault=${fault} onChange=${(changed) => replace(fault, changed)} />`)}
    </article>`;
}

/** Which calls the fault is for and how it shows; a change takes effect at once. */
function FaultForm({ kind, fault, onChange }) {
  const set = (name, value) => {
    const changed = { ...fault, [name]: value };
    delete changed.applied;
    onChange(changed);
  };
  const percent = Math.round((fault.probability ?? 1) * 100);
  const text = (name) => (event) => set(name, event.currentTarget.value.trim() || null);
  return html`
    <div class="fault-form">
      ${kind.parameters.map((parameter) => html`<${Parameter} key=${parameter.name} parameter=${parameter} value=${fault.parameters?.[parameter.name]}
        onChange=${(value) => set('parameters', { ...fault.parameters, [parameter.name]: value })} />`)}
      ${kind.filters === false ? null : html`
        <${Field} label="Operation"><input list="operations" value=${fault.operation ?? ''} placeholder="all" onChange=${text('operation')} /><//>
        <${Field} label="Number begins with"><input value=${fault.number ?? ''} placeholder="all" inputmode="tel" onChange=${text('number')} /><//>
        <${Field} label="Next calls"><input type="number" min="1" value=${fault.next ?? ''} placeholder="all" onChange=${(event) => set('next', event.currentTarget.value ? Number(event.currentTarget.value) : null)} /><//>
        <${Field} label=${`Probability ${percent} %`}><input type="range" min="1" max="100" value=${percent} onChange=${(event) => set('probability', Number(event.currentTarget.value) / 100)} /><//>`}
      ${fault.applied ? html`<p class="muted applied">Applied ${count(fault.applied, 'time')}</p>` : null}
    </div>`;
}

function Parameter({ parameter, value, onChange }) {
  const shown = value ?? parameter.default ?? '';
  const change = (event) => {
    const given = event.currentTarget.value.trim();
    onChange(parameter.type === 'number' && given !== '' ? Number(given) : given);
  };
  return html`
    <${Field} label=${capital(parameter.name)} hint=${parameter.description}>
      ${parameter.options?.length
        ? html`<select value=${shown} onChange=${change}>${parameter.options.map((option) => html`<option key=${option} value=${option} selected=${option === shown}>${option}</option>`)}</select>`
        : html`<input value=${shown} placeholder=${parameter.type === 'duration' ? '2s' : ''} onChange=${change} />`}
    <//>`;
}

function capital(name) {
  return name[0].toUpperCase() + name.slice(1);
}
