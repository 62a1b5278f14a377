// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.codegen.Picture;
import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.MessageFacts;
import io.github.alimsg.core.wire.ModelValues;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.ParamWriter;
import io.github.alimsg.core.wire.PhoneForm;
import io.github.alimsg.core.wire.Shown;
import io.github.alimsg.core.wire.StructureWriter;
import io.github.alimsg.core.wire.SuccessRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a letter, e.g. a bill. It costs something; see {@link GetLetterRequest}. Leave {@code isvCode} out, and
 * see {@code data.letterId}; {@code rawJson_} and {@code Anywhere} too.
 *
 * <ul>
 * <li>At most 50 calls a second per account.</li>
 * <li>Sends a message: never repeated once it may have arrived.</li>
 * <li>Permission: {@code post:SendLetter}.</li>
 * <li>Error codes to expect: {@code Post.Closed}, {@code Post.Full}.</li>
 * </ul>
 */
public final class SendLetterRequest extends SdkRequest {
    /**
     * The operation, as the engine needs it.
     */
    public static final Operation<SendLetterRequest, SendLetterResponse> OPERATION = new Wire();

    private final String to;

    private final LetterKind kind;

    private final Integer weight;

    private final @Nullable Long distance;

    private final @Nullable Boolean express;

    private final @Nullable Double openRate;

    private final @Nullable Double ratio;

    private final @Nullable BigDecimal price;

    private final @Nullable Instant dueAt;

    private final @Nullable Instant expireAt;

    private final @Nullable Map<String, String> vars;

    private final @Nullable String varsJson;

    private final @Nullable List<String> copies;

    private final @Nullable String copiesJson;

    private final List<Sheet> sheets;

    private final @Nullable List<Stamp> stamps;

    private final @Nullable List<String> senders;

    private final @Nullable List<Map<String, @Nullable Object>> mobiles;

    private final @Nullable Folder folder;

    private final @Nullable PageRequest page;

    private final @Nullable List<LetterKind> kinds;

    private final @Nullable List<Instant> times;

    private final @Nullable Object anything;

    private final @Nullable String isvCode;

    private final @Nullable String ossKey;

    private final @Nullable String class_;

    private final @Nullable Boolean _2Fast;

    private final @Nullable String fooBar;

    private final @Nullable String otherBar;

    private final @Nullable String rawJson_;

    private final @Nullable String phones;

    private final @Nullable String fax;

    private final @Nullable LocalDate postedOn;

    private final @Nullable LocalDate sealed;

    private final @Nullable Instant arriveBy;

    private final @Nullable Boolean urgent;

    private final @Nullable Boolean insured;

    private final @Nullable Priority priority;

    private final @Nullable Route route;

    private final @Nullable List<Map<String, String>> enclosures;

    private final @Nullable String enclosuresJson;

    private final @Nullable List<Map<String, @Nullable Object>> receipts;

    private final @Nullable String receiptsJson;

    private final @Nullable String note;

    private final @Nullable List<String> files;

    private SendLetterRequest(Builder builder, @Nullable LetterKind kind, @Nullable String note) {
        super(builder);
        this.to = Objects.requireNonNull(builder.to);
        this.kind = Objects.requireNonNull(kind);
        this.weight = Objects.requireNonNull(builder.weight);
        this.distance = builder.distance;
        this.express = builder.express;
        this.openRate = builder.openRate;
        this.ratio = builder.ratio;
        this.price = builder.price;
        this.dueAt = builder.dueAt;
        this.expireAt = builder.expireAt;
        this.vars = builder.vars;
        this.varsJson = builder.varsJson;
        this.copies = builder.copies;
        this.copiesJson = builder.copiesJson;
        this.sheets = Objects.requireNonNull(ModelValues.frozen(builder.sheets));
        this.stamps = ModelValues.frozen(builder.stamps);
        this.senders = builder.senders;
        this.mobiles = builder.mobiles;
        this.folder = builder.folder;
        this.page = builder.page;
        this.kinds = builder.kinds;
        this.times = builder.times;
        this.anything = builder.anything;
        this.isvCode = builder.isvCode;
        this.ossKey = builder.ossKey;
        this.class_ = builder.class_;
        this._2Fast = builder._2Fast;
        this.fooBar = builder.fooBar;
        this.otherBar = builder.otherBar;
        this.rawJson_ = builder.rawJson_;
        this.phones = builder.phones;
        this.fax = builder.fax;
        this.postedOn = builder.postedOn;
        this.sealed = builder.sealed;
        this.arriveBy = builder.arriveBy;
        this.urgent = builder.urgent;
        this.insured = builder.insured;
        this.priority = builder.priority;
        this.route = builder.route;
        this.enclosures = builder.enclosures;
        this.enclosuresJson = builder.enclosuresJson;
        this.receipts = builder.receipts;
        this.receiptsJson = builder.receiptsJson;
        this.note = note;
        this.files = builder.files;
    }

    /**
     * Returns an empty builder.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a builder with the fields of this object.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Who gets it.
     *
     * @return the value
     */
    public String to() {
        return to;
    }

    /**
     * Kind of the letter.
     *
     * @return the value
     */
    public LetterKind kind() {
        return kind;
    }

    /**
     * Weight in grams.
     *
     * @return the value
     */
    public Integer weight() {
        return weight;
    }

    /**
     * Distance in metres.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Long distance() {
        return distance;
    }

    /**
     * Whether it is in a hurry.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Boolean express() {
        return express;
    }

    /**
     * Share of letters that are opened.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Double openRate() {
        return openRate;
    }

    /**
     * A ratio.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Double ratio() {
        return ratio;
    }

    /**
     * Price in euros.
     *
     * @return the value; null when it is absent
     */
    public @Nullable BigDecimal price() {
        return price;
    }

    /**
     * When the letter has to be there.
     * On the wire in milliseconds since 1970.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    /**
     * When the letter is thrown away.
     * On the wire in seconds since 1970.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Instant expireAt() {
        return expireAt;
    }

    /**
     * Values for the gaps in the text.
     *
     * @return the map; empty when it is not set, or set as JSON; unmodifiable
     */
    public Map<String, String> vars() {
        return vars == null ? Map.of() : vars;
    }

    /**
     * Values for the gaps in the text.
     *
     * @return the JSON text that is sent; null when it is not set, or an empty map
     */
    public @Nullable String varsJson() {
        return vars == null ? varsJson : ModelValues.json(vars);
    }

    /**
     * Who gets a copy.
     *
     * @return the list; empty when it is not set, or set as JSON; unmodifiable
     */
    public List<String> copies() {
        return copies == null ? List.of() : copies;
    }

    /**
     * Who gets a copy.
     *
     * @return the JSON text that is sent; null when it is not set
     */
    public @Nullable String copiesJson() {
        return copies == null ? copiesJson : ModelValues.json(copies);
    }

    /**
     * Sheets of paper.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<Sheet> sheets() {
        return sheets;
    }

    /**
     * Stamps on the letter.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<Stamp> stamps() {
        return stamps == null ? List.of() : stamps;
    }

    /**
     * Who sends it.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<String> senders() {
        return senders == null ? List.of() : senders;
    }

    /**
     * Mobiles, whatever they are.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<Map<String, @Nullable Object>> mobiles() {
        return mobiles == null ? List.of() : mobiles;
    }

    /**
     * The folder it belongs to.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Folder folder() {
        return folder;
    }

    /**
     * Which page.
     *
     * @return the value; null when it is absent
     */
    public @Nullable PageRequest page() {
        return page;
    }

    /**
     * Kinds.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<LetterKind> kinds() {
        return kinds == null ? List.of() : kinds;
    }

    /**
     * Points in time.
     * On the wire in milliseconds since 1970.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<Instant> times() {
        return times == null ? List.of() : times;
    }

    /**
     * Any plain value.
     *
     * @return a plain value: text, a number, true or false, or a list or map of these; null when it is absent
     */
    public @Nullable Object anything() {
        return anything;
    }

    /**
     * Code of the vendor.
     *
     * @return the value; null when it is absent
     * @deprecated Use {@code to}, or {@link GetLetterRequest}.
     */
    @Deprecated
    public @Nullable String isvCode() {
        return isvCode;
    }

    /**
     * Key of the file, as {@link GetLetterRequest} gives it.
     *
     * @return the value; null when it is absent
     */
    public @Nullable String ossKey() {
        return ossKey;
    }

    /**
     * Class of the letter.
     * On the wire: {@code class}.
     *
     * @return the value; null when it is absent
     */
    public @Nullable String class_() {
        return class_;
    }

    /**
     * Whether it is too fast.
     * On the wire: {@code 2Fast}.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Boolean _2Fast() {
        return _2Fast;
    }

    /**
     * A name with a dash.
     * On the wire: {@code Foo-Bar}.
     *
     * @return the value; null when it is absent
     */
    public @Nullable String fooBar() {
        return fooBar;
    }

    /**
     * A name that differs in case only.
     * On the wire: {@code foobar}.
     *
     * @return the value; null when it is absent
     */
    public @Nullable String otherBar() {
        return otherBar;
    }

    /**
     * Raw text.
     * On the wire: {@code RawJson}.
     *
     * @return the value; null when it is absent
     */
    public @Nullable String rawJson_() {
        return rawJson_;
    }

    /**
     * Phones of the house.
     *
     * @return the value; null when it is absent
     */
    public @Nullable String phones() {
        return phones;
    }

    /**
     * Fax of the office.
     *
     * @return the value; null when it is absent
     */
    public @Nullable String fax() {
        return fax;
    }

    /**
     * Day it is posted.
     * On the wire as {@code 20261128}.
     *
     * @return the value; null when it is absent
     */
    public @Nullable LocalDate postedOn() {
        return postedOn;
    }

    /**
     * Day it was sealed.
     * On the wire as {@code 2026-11-28}.
     *
     * @return the value; null when it is absent
     */
    public @Nullable LocalDate sealed() {
        return sealed;
    }

    /**
     * When the letter has to be there.
     * On the wire as text with its offset from UTC.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Instant arriveBy() {
        return arriveBy;
    }

    /**
     * Whether it is urgent.
     * On the wire as {@code Y} or {@code N}.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Boolean urgent() {
        return urgent;
    }

    /**
     * Whether it is insured.
     * On the wire as text, {@code true} or {@code false}.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Boolean insured() {
        return insured;
    }

    /**
     * How soon it is carried.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Priority priority() {
        return priority;
    }

    /**
     * How it is carried.
     * On the wire in upper case.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Route route() {
        return route;
    }

    /**
     * What else is in the letter.
     * On the wire: {@code EnclosureJson}.
     *
     * @return the list; empty when it is not set, or set as JSON; unmodifiable
     */
    public List<Map<String, String>> enclosures() {
        return enclosures == null ? List.of() : enclosures;
    }

    /**
     * What else is in the letter.
     * On the wire: {@code EnclosureJson}.
     *
     * @return the JSON text that is sent; null when it is not set
     */
    public @Nullable String enclosuresJson() {
        return enclosures == null ? enclosuresJson : StructureWriter.json(enclosures);
    }

    /**
     * Receipts for the letter.
     * On the wire: {@code ReceiptJson}.
     *
     * @return the list; empty when it is not set, or set as JSON; unmodifiable
     */
    public List<Map<String, @Nullable Object>> receipts() {
        return receipts == null ? List.of() : receipts;
    }

    /**
     * Receipts for the letter.
     * On the wire: {@code ReceiptJson}.
     *
     * @return the JSON text that is sent; null when it is not set
     */
    public @Nullable String receiptsJson() {
        return receipts == null ? receiptsJson : StructureWriter.json(receipts);
    }

    /**
     * A note.
     *
     * @return the value; null when it is absent
     */
    public @Nullable String note() {
        return note;
    }

    /**
     * Names of files.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<String> files() {
        return files == null ? List.of() : files;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SendLetterRequest that
                && Objects.equals(this.to, that.to)
                && Objects.equals(this.kind, that.kind)
                && Objects.equals(this.weight, that.weight)
                && Objects.equals(this.distance, that.distance)
                && Objects.equals(this.express, that.express)
                && Objects.equals(this.openRate, that.openRate)
                && Objects.equals(this.ratio, that.ratio)
                && Objects.equals(this.price, that.price)
                && Objects.equals(this.dueAt, that.dueAt)
                && Objects.equals(this.expireAt, that.expireAt)
                && Objects.equals(this.vars, that.vars)
                && Objects.equals(this.varsJson, that.varsJson)
                && Objects.equals(this.copies, that.copies)
                && Objects.equals(this.copiesJson, that.copiesJson)
                && Objects.equals(this.sheets, that.sheets)
                && Objects.equals(this.stamps, that.stamps)
                && Objects.equals(this.senders, that.senders)
                && Objects.equals(this.mobiles, that.mobiles)
                && Objects.equals(this.folder, that.folder)
                && Objects.equals(this.page, that.page)
                && Objects.equals(this.kinds, that.kinds)
                && Objects.equals(this.times, that.times)
                && Objects.equals(this.anything, that.anything)
                && Objects.equals(this.isvCode, that.isvCode)
                && Objects.equals(this.ossKey, that.ossKey)
                && Objects.equals(this.class_, that.class_)
                && Objects.equals(this._2Fast, that._2Fast)
                && Objects.equals(this.fooBar, that.fooBar)
                && Objects.equals(this.otherBar, that.otherBar)
                && Objects.equals(this.rawJson_, that.rawJson_)
                && Objects.equals(this.phones, that.phones)
                && Objects.equals(this.fax, that.fax)
                && Objects.equals(this.postedOn, that.postedOn)
                && Objects.equals(this.sealed, that.sealed)
                && Objects.equals(this.arriveBy, that.arriveBy)
                && Objects.equals(this.urgent, that.urgent)
                && Objects.equals(this.insured, that.insured)
                && Objects.equals(this.priority, that.priority)
                && Objects.equals(this.route, that.route)
                && Objects.equals(this.enclosures, that.enclosures)
                && Objects.equals(this.enclosuresJson, that.enclosuresJson)
                && Objects.equals(this.receipts, that.receipts)
                && Objects.equals(this.receiptsJson, that.receiptsJson)
                && Objects.equals(this.note, that.note)
                && Objects.equals(this.files, that.files)
                && extraParams().equals(that.extraParams());
    }

    @Override
    public int hashCode() {
        return Objects.hash(this.to, this.kind, this.weight, this.distance, this.express,
                this.openRate, this.ratio, this.price, this.dueAt, this.expireAt, this.vars,
                this.varsJson, this.copies, this.copiesJson, this.sheets, this.stamps, this.senders,
                this.mobiles, this.folder, this.page, this.kinds, this.times, this.anything,
                this.isvCode, this.ossKey, this.class_, this._2Fast, this.fooBar, this.otherBar,
                this.rawJson_, this.phones, this.fax, this.postedOn, this.sealed, this.arriveBy,
                this.urgent, this.insured, this.priority, this.route, this.enclosures,
                this.enclosuresJson, this.receipts, this.receiptsJson, this.note, this.files,
                extraParams());
    }

    /**
     * Shows what is set, without personal or secret values.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new Shown("SendLetterRequest")
                .hide("to", this.to)
                .add("kind", this.kind)
                .hide("weight", this.weight)
                .add("distance", this.distance)
                .add("express", this.express)
                .add("openRate", this.openRate)
                .add("ratio", this.ratio)
                .add("price", this.price)
                .add("dueAt", this.dueAt)
                .add("expireAt", this.expireAt)
                .hide("vars", this.vars)
                .hide("varsJson", this.varsJson)
                .add("copies", this.copies)
                .add("copiesJson", this.copiesJson)
                .add("sheets", this.sheets)
                .add("stamps", this.stamps)
                .hide("senders", this.senders)
                .add("mobiles", this.mobiles)
                .add("folder", this.folder)
                .add("page", this.page)
                .add("kinds", this.kinds)
                .add("times", this.times)
                .add("anything", this.anything)
                .add("isvCode", this.isvCode)
                .add("ossKey", this.ossKey)
                .add("class_", this.class_)
                .add("_2Fast", this._2Fast)
                .add("fooBar", this.fooBar)
                .add("otherBar", this.otherBar)
                .add("rawJson_", this.rawJson_)
                .add("phones", this.phones)
                .add("fax", this.fax)
                .add("postedOn", this.postedOn)
                .add("sealed", this.sealed)
                .add("arriveBy", this.arriveBy)
                .add("urgent", this.urgent)
                .add("insured", this.insured)
                .add("priority", this.priority)
                .add("route", this.route)
                .add("enclosures", this.enclosures)
                .add("enclosuresJson", this.enclosuresJson)
                .add("receipts", this.receipts)
                .add("receiptsJson", this.receiptsJson)
                .add("note", this.note)
                .add("files", this.files)
                .extra(extraParams())
                .toString();
    }

    /**
     * Builds {@link SendLetterRequest}.
     */
    public static final class Builder extends SdkRequest.Builder<Builder> {
        private @Nullable String to;

        private @Nullable LetterKind kind;

        private @Nullable Integer weight;

        private @Nullable Long distance;

        private @Nullable Boolean express;

        private @Nullable Double openRate;

        private @Nullable Double ratio;

        private @Nullable BigDecimal price;

        private @Nullable Instant dueAt;

        private @Nullable Instant expireAt;

        private @Nullable Map<String, String> vars;

        private @Nullable String varsJson;

        private @Nullable List<String> copies;

        private @Nullable String copiesJson;

        private @Nullable List<Sheet> sheets;

        private @Nullable List<Stamp> stamps;

        private @Nullable List<String> senders;

        private @Nullable List<Map<String, @Nullable Object>> mobiles;

        private @Nullable Folder folder;

        private @Nullable PageRequest page;

        private @Nullable List<LetterKind> kinds;

        private @Nullable List<Instant> times;

        private @Nullable Object anything;

        private @Nullable String isvCode;

        private @Nullable String ossKey;

        private @Nullable String class_;

        private @Nullable Boolean _2Fast;

        private @Nullable String fooBar;

        private @Nullable String otherBar;

        private @Nullable String rawJson_;

        private @Nullable String phones;

        private @Nullable String fax;

        private @Nullable LocalDate postedOn;

        private @Nullable LocalDate sealed;

        private @Nullable Instant arriveBy;

        private @Nullable Boolean urgent;

        private @Nullable Boolean insured;

        private @Nullable Priority priority;

        private @Nullable Route route;

        private @Nullable List<Map<String, String>> enclosures;

        private @Nullable String enclosuresJson;

        private @Nullable List<Map<String, @Nullable Object>> receipts;

        private @Nullable String receiptsJson;

        private @Nullable String note;

        private @Nullable List<String> files;

        private @Nullable SendLetterRequest copiedFrom;

        private @Nullable Picture noteWhole;

        private boolean postcardWhole;

        private Builder() {
        }

        private Builder(SendLetterRequest from) {
            super(from);
            this.to = from.to;
            this.kind = from.kind;
            this.weight = from.weight;
            this.distance = from.distance;
            this.express = from.express;
            this.openRate = from.openRate;
            this.ratio = from.ratio;
            this.price = from.price;
            this.dueAt = from.dueAt;
            this.expireAt = from.expireAt;
            this.vars = from.vars;
            this.varsJson = from.varsJson;
            this.copies = from.copies;
            this.copiesJson = from.copiesJson;
            this.sheets = from.sheets;
            this.stamps = from.stamps;
            this.senders = from.senders;
            this.mobiles = from.mobiles;
            this.folder = from.folder;
            this.page = from.page;
            this.kinds = from.kinds;
            this.times = from.times;
            this.anything = from.anything;
            this.isvCode = from.isvCode;
            this.ossKey = from.ossKey;
            this.class_ = from.class_;
            this._2Fast = from._2Fast;
            this.fooBar = from.fooBar;
            this.otherBar = from.otherBar;
            this.rawJson_ = from.rawJson_;
            this.phones = from.phones;
            this.fax = from.fax;
            this.postedOn = from.postedOn;
            this.sealed = from.sealed;
            this.arriveBy = from.arriveBy;
            this.urgent = from.urgent;
            this.insured = from.insured;
            this.priority = from.priority;
            this.route = from.route;
            this.enclosures = from.enclosures;
            this.enclosuresJson = from.enclosuresJson;
            this.receipts = from.receipts;
            this.receiptsJson = from.receiptsJson;
            this.note = from.note;
            this.files = from.files;
            this.copiedFrom = from;
        }

        /**
         * Who gets it. Required.
         * Plus, blanks and the like are removed; what is not a phone number is sent as it is.
         *
         * @param to the value to set
         * @return this builder
         * @see #postcard(String, java.util.Map)
         */
        public Builder to(String to) {
            this.to = PhoneForm.DIGITS.of(to);
            return this;
        }

        /**
         * Who gets it. Required.
         *
         * @param to the value to set
         * @return this builder
         * @see #postcard(String, java.util.Map)
         */
        public Builder to(PhoneNumber to) {
            this.to = PhoneForm.DIGITS.of(to);
            return this;
        }

        /**
         * Kind of the letter. Required.
         *
         * @param kind the value to set
         * @return this builder
         * @see #note(io.github.alimsg.codegen.Picture)
         * @see #postcard(String, java.util.Map)
         */
        public Builder kind(LetterKind kind) {
            this.kind = kind;
            return this;
        }

        /**
         * Kind of the letter. Required.
         * As text, for values that {@link LetterKind} does not know.
         *
         * @param kind the value to set
         * @return this builder
         * @see #note(io.github.alimsg.codegen.Picture)
         * @see #postcard(String, java.util.Map)
         */
        public Builder kind(String kind) {
            this.kind = kind == null ? null : LetterKind.of(kind);
            return this;
        }

        /**
         * Weight in grams. Required.
         *
         * @param weight the value to set
         * @return this builder
         */
        public Builder weight(int weight) {
            this.weight = weight;
            return this;
        }

        /**
         * Weight in grams. Required.
         *
         * @param weight the value to set
         * @return this builder
         */
        public Builder weight(Integer weight) {
            this.weight = weight;
            return this;
        }

        /**
         * Distance in metres.
         *
         * @param distance the value to set
         * @return this builder
         */
        public Builder distance(long distance) {
            this.distance = distance;
            return this;
        }

        /**
         * Distance in metres.
         *
         * @param distance the value to set; null to leave it out
         * @return this builder
         */
        public Builder distance(@Nullable Long distance) {
            this.distance = distance;
            return this;
        }

        /**
         * Whether it is in a hurry.
         *
         * @param express the value to set
         * @return this builder
         */
        public Builder express(boolean express) {
            this.express = express;
            return this;
        }

        /**
         * Whether it is in a hurry.
         *
         * @param express the value to set; null to leave it out
         * @return this builder
         */
        public Builder express(@Nullable Boolean express) {
            this.express = express;
            return this;
        }

        /**
         * Share of letters that are opened.
         *
         * @param openRate from 0 to 1
         * @return this builder
         * @throws IllegalArgumentException when it is not between 0 and 1
         */
        public Builder openRate(double openRate) {
            this.openRate = ModelValues.rate("openRate", openRate);
            return this;
        }

        /**
         * Share of letters that are opened.
         *
         * @param openRate from 0 to 1; null to leave it out
         * @return this builder
         * @throws IllegalArgumentException when it is not between 0 and 1
         */
        public Builder openRate(@Nullable Double openRate) {
            this.openRate = ModelValues.rate("openRate", openRate);
            return this;
        }

        /**
         * A ratio.
         *
         * @param ratio the value to set
         * @return this builder
         */
        public Builder ratio(double ratio) {
            this.ratio = ModelValues.finite("ratio", ratio);
            return this;
        }

        /**
         * A ratio.
         *
         * @param ratio the value to set; null to leave it out
         * @return this builder
         */
        public Builder ratio(@Nullable Double ratio) {
            this.ratio = ModelValues.finite("ratio", ratio);
            return this;
        }

        /**
         * Price in euros.
         *
         * @param price the value to set; null to leave it out
         * @return this builder
         */
        public Builder price(@Nullable BigDecimal price) {
            this.price = price;
            return this;
        }

        /**
         * When the letter has to be there.
         * On the wire in milliseconds since 1970.
         *
         * @param dueAt the value to set; null to leave it out
         * @return this builder
         */
        public Builder dueAt(@Nullable Instant dueAt) {
            this.dueAt = dueAt;
            return this;
        }

        /**
         * When the letter is thrown away.
         * On the wire in seconds since 1970.
         *
         * @param expireAt the value to set; null to leave it out
         * @return this builder
         */
        public Builder expireAt(@Nullable Instant expireAt) {
            this.expireAt = expireAt;
            return this;
        }

        /**
         * Values for the gaps in the text. Required.
         *
         * @param vars the value to set; copied; must not contain null
         * @return this builder
         * @see #postcard(String, java.util.Map)
         */
        public Builder vars(Map<String, String> vars) {
            this.vars = ModelValues.copy("vars", vars);
            this.varsJson = null;
            return this;
        }

        /**
         * Values for the gaps in the text. Required.
         * As JSON text, sent as it is. The last value set counts.
         *
         * @param json the JSON text
         * @return this builder
         * @see #postcard(String, java.util.Map)
         */
        public Builder vars(String json) {
            this.varsJson = json;
            this.vars = null;
            return this;
        }

        /**
         * Who gets a copy.
         * Plus, blanks and the like are removed; what is not a phone number is sent as it is.
         *
         * @param copies the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder copies(@Nullable List<String> copies) {
            this.copies = PhoneForm.DIGITS.list("copies", copies);
            this.copiesJson = null;
            return this;
        }

        /**
         * Who gets a copy.
         *
         * @param copies the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder copies(PhoneNumber @Nullable ... copies) {
            this.copies = PhoneForm.DIGITS.list("copies", copies);
            this.copiesJson = null;
            return this;
        }

        /**
         * Who gets a copy.
         * For a single item, pass a list.
         *
         * @param first the first item
         * @param second the second
         * @param more any further
         * @return this builder
         */
        public Builder copies(String first, String second, String... more) {
            List<String> items = new ArrayList<>();
            items.add(first);
            items.add(second);
            items.addAll(Arrays.asList(ModelValues.item("copies", more)));
            return copies(items);
        }

        /**
         * Who gets a copy.
         * As JSON text, sent as it is. The last value set counts.
         *
         * @param json the JSON text; null to leave it out
         * @return this builder
         */
        public Builder copies(@Nullable String json) {
            this.copiesJson = json;
            this.copies = null;
            return this;
        }

        /**
         * Sheets of paper. Required.
         *
         * @param sheets the value to set; copied; must not contain null
         * @return this builder
         */
        public Builder sheets(List<Sheet> sheets) {
            this.sheets = ModelValues.copy("sheets", sheets);
            return this;
        }

        /**
         * Sheets of paper. Required.
         *
         * @param sheets the items
         * @return this builder
         */
        public Builder sheets(Sheet... sheets) {
            return sheets(ModelValues.list(sheets));
        }

        /**
         * Sheets of paper. Required.
         * Adds one, built in place.
         *
         * @param sheets sets its members
         * @return this builder
         */
        public Builder addSheet(Consumer<Sheet.Builder> sheets) {
            ModelValues.item("sheets", sheets);
            Sheet.Builder builder = Sheet.builder();
            sheets.accept(builder);
            this.sheets = ModelValues.append(this.sheets, builder.build());
            return this;
        }

        /**
         * Stamps on the letter.
         *
         * @param stamps the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder stamps(@Nullable List<Stamp> stamps) {
            this.stamps = ModelValues.copy("stamps", stamps);
            return this;
        }

        /**
         * Stamps on the letter.
         *
         * @param stamps the items; null to leave it out
         * @return this builder
         */
        public Builder stamps(Stamp @Nullable ... stamps) {
            return stamps(ModelValues.list(stamps));
        }

        /**
         * Stamps on the letter.
         * Adds one, built in place.
         *
         * @param stamps sets its members
         * @return this builder
         */
        public Builder addStamp(Consumer<Stamp.Builder> stamps) {
            ModelValues.item("stamps", stamps);
            Stamp.Builder builder = Stamp.builder();
            stamps.accept(builder);
            this.stamps = ModelValues.append(this.stamps, builder.build());
            return this;
        }

        /**
         * Who sends it.
         * Plus, blanks and parentheses of a phone number are removed; an id is sent as it is.
         *
         * @param senders the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder senders(@Nullable List<String> senders) {
            this.senders = PhoneForm.DIGITS_OR_ID.list("senders", senders);
            return this;
        }

        /**
         * Who sends it.
         *
         * @param senders the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder senders(PhoneNumber @Nullable ... senders) {
            this.senders = PhoneForm.DIGITS_OR_ID.list("senders", senders);
            return this;
        }

        /**
         * Who sends it.
         *
         * @param senders the items; null to leave it out
         * @return this builder
         */
        public Builder senders(String @Nullable ... senders) {
            return senders(ModelValues.list(senders));
        }

        /**
         * Mobiles, whatever they are.
         *
         * @param mobiles plain values: text, numbers, true and false, lists and maps of these; copied; null to leave it out
         * @return this builder
         */
        public Builder mobiles(
                @Nullable List<? extends Map<String, ? extends @Nullable Object>> mobiles) {
            this.mobiles = ModelValues.plain("mobiles", mobiles);
            return this;
        }

        /**
         * The folder it belongs to.
         *
         * @param folder the value to set; null to leave it out
         * @return this builder
         */
        public Builder folder(@Nullable Folder folder) {
            this.folder = folder;
            return this;
        }

        /**
         * The folder it belongs to.
         * Built in place.
         *
         * @param folder sets its members; null to leave it out
         * @return this builder
         */
        public Builder folder(@Nullable Consumer<Folder.Builder> folder) {
            if (folder == null) {
                this.folder = null;
                return this;
            }
            Folder.Builder builder = Folder.builder();
            folder.accept(builder);
            return folder(builder.build());
        }

        /**
         * Which page.
         *
         * @param page the value to set; null to leave it out
         * @return this builder
         */
        public Builder page(@Nullable PageRequest page) {
            this.page = page;
            return this;
        }

        /**
         * Which page.
         * Built in place.
         *
         * @param page sets its members; null to leave it out
         * @return this builder
         */
        public Builder page(@Nullable Consumer<PageRequest.Builder> page) {
            if (page == null) {
                this.page = null;
                return this;
            }
            PageRequest.Builder builder = PageRequest.builder();
            page.accept(builder);
            return page(builder.build());
        }

        /**
         * Kinds.
         *
         * @param kinds the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder kinds(@Nullable List<LetterKind> kinds) {
            this.kinds = ModelValues.copy("kinds", kinds);
            return this;
        }

        /**
         * Kinds.
         *
         * @param kinds the items; null to leave it out
         * @return this builder
         */
        public Builder kinds(LetterKind @Nullable ... kinds) {
            return kinds(ModelValues.list(kinds));
        }

        /**
         * Kinds.
         * As texts, for values that {@link LetterKind} does not know.
         *
         * @param kinds the items; null to leave it out
         * @return this builder
         */
        public Builder kinds(String @Nullable ... kinds) {
            if (kinds == null) {
                this.kinds = null;
                return this;
            }
            List<LetterKind> items = new ArrayList<>();
            for (String item : kinds) {
                items.add(LetterKind.of(ModelValues.item("kinds", item)));
            }
            return kinds(items);
        }

        /**
         * Points in time.
         * On the wire in milliseconds since 1970.
         *
         * @param times the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder times(@Nullable List<Instant> times) {
            this.times = ModelValues.copy("times", times);
            return this;
        }

        /**
         * Points in time.
         * On the wire in milliseconds since 1970.
         *
         * @param times the items; null to leave it out
         * @return this builder
         */
        public Builder times(Instant @Nullable ... times) {
            return times(ModelValues.list(times));
        }

        /**
         * Any plain value.
         *
         * @param anything plain values: text, numbers, true and false, lists and maps of these; copied; null to leave it out
         * @return this builder
         */
        public Builder anything(@Nullable Object anything) {
            this.anything = ModelValues.plain("anything", anything);
            return this;
        }

        /**
         * Code of the vendor.
         *
         * @param isvCode the value to set; null to leave it out
         * @return this builder
         * @deprecated Use {@code to}, or {@link GetLetterRequest}.
         */
        @Deprecated
        public Builder isvCode(@Nullable String isvCode) {
            this.isvCode = isvCode;
            return this;
        }

        /**
         * Key of the file, as {@link GetLetterRequest} gives it.
         *
         * @param ossKey the value to set; null to leave it out
         * @return this builder
         */
        public Builder ossKey(@Nullable String ossKey) {
            this.ossKey = ossKey;
            return this;
        }

        /**
         * Class of the letter.
         * On the wire: {@code class}.
         *
         * @param class_ the value to set; null to leave it out
         * @return this builder
         */
        public Builder class_(@Nullable String class_) {
            this.class_ = class_;
            return this;
        }

        /**
         * Whether it is too fast.
         * On the wire: {@code 2Fast}.
         *
         * @param _2Fast the value to set
         * @return this builder
         */
        public Builder _2Fast(boolean _2Fast) {
            this._2Fast = _2Fast;
            return this;
        }

        /**
         * Whether it is too fast.
         * On the wire: {@code 2Fast}.
         *
         * @param _2Fast the value to set; null to leave it out
         * @return this builder
         */
        public Builder _2Fast(@Nullable Boolean _2Fast) {
            this._2Fast = _2Fast;
            return this;
        }

        /**
         * A name with a dash.
         * On the wire: {@code Foo-Bar}.
         *
         * @param fooBar the value to set; null to leave it out
         * @return this builder
         */
        public Builder fooBar(@Nullable String fooBar) {
            this.fooBar = fooBar;
            return this;
        }

        /**
         * A name that differs in case only.
         * On the wire: {@code foobar}.
         *
         * @param otherBar the value to set; null to leave it out
         * @return this builder
         */
        public Builder otherBar(@Nullable String otherBar) {
            this.otherBar = otherBar;
            return this;
        }

        /**
         * Raw text.
         * On the wire: {@code RawJson}.
         *
         * @param rawJson_ the value to set; null to leave it out
         * @return this builder
         */
        public Builder rawJson_(@Nullable String rawJson_) {
            this.rawJson_ = rawJson_;
            return this;
        }

        /**
         * Phones of the house.
         * Plus, blanks and the like are removed; what is not a phone number is sent as it is.
         *
         * @param phones the value to set; null to leave it out
         * @return this builder
         */
        public Builder phones(@Nullable String phones) {
            this.phones = PostNumbers.FORM.joined(phones);
            return this;
        }

        /**
         * Phones of the house.
         *
         * @param phones the value to set; null to leave it out
         * @return this builder
         */
        public Builder phones(PhoneNumber @Nullable ... phones) {
            this.phones = PostNumbers.FORM.joined("phones", phones);
            return this;
        }

        /**
         * Phones of the house.
         *
         * @param phones the value to set; null to leave it out
         * @return this builder
         */
        public Builder phones(@Nullable List<String> phones) {
            this.phones = PostNumbers.FORM.joined("phones", phones);
            return this;
        }

        /**
         * Fax of the office.
         * Plus, blanks and the like are removed; what is not a phone number is sent as it is.
         *
         * @param fax the value to set; null to leave it out
         * @return this builder
         */
        public Builder fax(@Nullable String fax) {
            this.fax = PostNumbers.FORM.of(fax);
            return this;
        }

        /**
         * Fax of the office.
         *
         * @param fax the value to set; null to leave it out
         * @return this builder
         */
        public Builder fax(@Nullable PhoneNumber fax) {
            this.fax = PostNumbers.FORM.of(fax);
            return this;
        }

        /**
         * Day it is posted.
         * On the wire as {@code 20261128}.
         *
         * @param postedOn the value to set; null to leave it out
         * @return this builder
         */
        public Builder postedOn(@Nullable LocalDate postedOn) {
            this.postedOn = ModelValues.date("postedOn", postedOn);
            return this;
        }

        /**
         * Day it was sealed.
         * On the wire as {@code 2026-11-28}.
         *
         * @param sealed the value to set; null to leave it out
         * @return this builder
         */
        public Builder sealed(@Nullable LocalDate sealed) {
            this.sealed = ModelValues.date("sealed", sealed);
            return this;
        }

        /**
         * When the letter has to be there.
         * On the wire as text with its offset from UTC.
         *
         * @param arriveBy the value to set; null to leave it out
         * @return this builder
         */
        public Builder arriveBy(@Nullable Instant arriveBy) {
            this.arriveBy = arriveBy;
            return this;
        }

        /**
         * Whether it is urgent.
         * On the wire as {@code Y} or {@code N}.
         *
         * @param urgent the value to set
         * @return this builder
         */
        public Builder urgent(boolean urgent) {
            this.urgent = urgent;
            return this;
        }

        /**
         * Whether it is urgent.
         * On the wire as {@code Y} or {@code N}.
         *
         * @param urgent the value to set; null to leave it out
         * @return this builder
         */
        public Builder urgent(@Nullable Boolean urgent) {
            this.urgent = urgent;
            return this;
        }

        /**
         * Whether it is insured.
         * On the wire as text, {@code true} or {@code false}.
         *
         * @param insured the value to set
         * @return this builder
         */
        public Builder insured(boolean insured) {
            this.insured = insured;
            return this;
        }

        /**
         * Whether it is insured.
         * On the wire as text, {@code true} or {@code false}.
         *
         * @param insured the value to set; null to leave it out
         * @return this builder
         */
        public Builder insured(@Nullable Boolean insured) {
            this.insured = insured;
            return this;
        }

        /**
         * How soon it is carried.
         *
         * @param priority the value to set; null to leave it out
         * @return this builder
         */
        public Builder priority(@Nullable Priority priority) {
            this.priority = priority;
            return this;
        }

        /**
         * How soon it is carried.
         * As a number, for values that {@link Priority} does not know.
         *
         * @param priority the value to set
         * @return this builder
         */
        public Builder priority(long priority) {
            this.priority = Priority.of(priority);
            return this;
        }

        /**
         * How it is carried.
         * On the wire in upper case.
         *
         * @param route the value to set; null to leave it out
         * @return this builder
         */
        public Builder route(@Nullable Route route) {
            this.route = route;
            return this;
        }

        /**
         * How it is carried.
         * On the wire in upper case.
         * As text, for values that {@link Route} does not know.
         *
         * @param route the value to set; null to leave it out
         * @return this builder
         */
        public Builder route(@Nullable String route) {
            this.route = route == null ? null : Route.of(route);
            return this;
        }

        /**
         * What else is in the letter.
         * On the wire: {@code EnclosureJson}.
         *
         * @param enclosures the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder enclosures(@Nullable List<Map<String, String>> enclosures) {
            this.enclosures = ModelValues.copy("enclosures", enclosures);
            this.enclosuresJson = null;
            return this;
        }

        /**
         * What else is in the letter.
         * On the wire: {@code EnclosureJson}.
         * As JSON text, sent as it is. The last value set counts.
         *
         * @param json the JSON text; null to leave it out
         * @return this builder
         */
        public Builder enclosures(@Nullable String json) {
            this.enclosuresJson = json;
            this.enclosures = null;
            return this;
        }

        /**
         * Receipts for the letter.
         * On the wire: {@code ReceiptJson}.
         *
         * @param receipts plain values: text, numbers, true and false, lists and maps of these; copied; null to leave it out
         * @return this builder
         */
        public Builder receipts(
                @Nullable List<? extends Map<String, ? extends @Nullable Object>> receipts) {
            this.receipts = ModelValues.plain("receipts", receipts);
            this.receiptsJson = null;
            return this;
        }

        /**
         * Receipts for the letter.
         * On the wire: {@code ReceiptJson}.
         * As JSON text, sent as it is. The last value set counts.
         *
         * @param json the JSON text; null to leave it out
         * @return this builder
         */
        public Builder receipts(@Nullable String json) {
            this.receiptsJson = json;
            this.receipts = null;
            return this;
        }

        /**
         * A note.
         *
         * @param note the value to set; null to leave it out
         * @return this builder
         * @see #note(io.github.alimsg.codegen.Picture)
         */
        public Builder note(@Nullable String note) {
            this.note = note;
            return this;
        }

        /**
         * Names of files.
         *
         * @param files the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder files(@Nullable List<String> files) {
            this.files = ModelValues.copy("files", files);
            return this;
        }

        /**
         * Names of files.
         *
         * @param files the items; null to leave it out
         * @return this builder
         */
        public Builder files(String @Nullable ... files) {
            return files(ModelValues.list(files));
        }

        /**
         * Sends a picture, and no text. See {@link GetLetterRequest}.
         *
         * @param note the value to set; null to leave it out
         * @return this builder
         * @see #note(String)
         */
        public Builder note(@Nullable Picture note) {
            if (note == null) {
                this.noteWhole = null;
                this.note = null;
                return this;
            }
            if (copiedFrom != null) {
                this.kind = ModelValues.unless(this.kind, copiedFrom.kind);
                this.note = ModelValues.unless(this.note, copiedFrom.note);
                this.distance = ModelValues.unless(this.distance, copiedFrom.distance);
            }
            this.noteWhole = note;
            return this;
        }

        /**
         * Sends a postcard.
         *
         * @param to who gets it
         * @param vars values for the gaps in the text
         * @return this builder
         */
        public Builder postcard(String to, Map<String, String> vars) {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(vars, "vars");
            if (copiedFrom != null) {
                this.kind = ModelValues.unless(this.kind, copiedFrom.kind);
                this.note = ModelValues.unless(this.note, copiedFrom.note);
            }
            this.postcardWhole = true;
            to(to);
            vars(vars);
            return this;
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         * @throws IllegalArgumentException when required fields are missing; names all of them
         * @throws IllegalArgumentException when fields that are set together and fields that are set singly contradict each other
         */
        public SendLetterRequest build() {
            @Nullable LetterKind kind = this.kind;
            @Nullable String note = this.note;
            if (noteWhole != null) {
                ModelValues.alone("SendLetterRequest", "note", "distance", this.distance);
                kind = ModelValues.agreed("SendLetterRequest", "note", "kind", kind, LetterKind.of("withPhoto"));
                note = ModelValues.agreed("SendLetterRequest", "note", "note", note, noteWhole.json());
            }
            if (postcardWhole) {
                ModelValues.alone("SendLetterRequest", "postcard", "note", this.note);
                kind = ModelValues.agreed("SendLetterRequest", "postcard", "kind", kind, LetterKind.of("PLAIN"));
            }
            ModelValues.require("SendLetterRequest", "to", to, "kind", kind, "weight", weight, "vars", vars == null ? varsJson : vars, "sheets", sheets);
            return new SendLetterRequest(this, kind, note);
        }
    }

    /**
     * Sheets of paper. This is one of them.
     */
    public static final class Sheet {
        private final String text;

        private final @Nullable Size size;

        private final @Nullable List<Button> buttons;

        private final @Nullable List<LetterKind> kinds;

        private final @Nullable List<String> tags;

        private final @Nullable Map<String, String> labels;

        private final @Nullable Map<String, List<Long>> counts;

        private final @Nullable Map<String, @Nullable Object> extra;

        private final @Nullable Object anything;

        private final @Nullable Instant printAt;

        private final @Nullable Instant dryAt;

        private final @Nullable Long grams;

        private final @Nullable Double ink;

        private final @Nullable LocalDate postedOn;

        private final @Nullable LocalDate sealed;

        private final @Nullable Boolean urgent;

        private final @Nullable Boolean insured;

        private final @Nullable Priority priority;

        private final @Nullable List<Priority> priorities;

        private final @Nullable Route route;

        private final @Nullable List<Route> routes;

        private final @Nullable List<LocalDate> days;

        private final @Nullable Map<String, String> vars;

        private final @Nullable String varsJson;

        private Sheet(Builder builder) {
            this.text = Objects.requireNonNull(builder.text);
            this.size = builder.size;
            this.buttons = ModelValues.frozen(builder.buttons);
            this.kinds = builder.kinds;
            this.tags = builder.tags;
            this.labels = builder.labels;
            this.counts = builder.counts;
            this.extra = builder.extra;
            this.anything = builder.anything;
            this.printAt = builder.printAt;
            this.dryAt = builder.dryAt;
            this.grams = builder.grams;
            this.ink = builder.ink;
            this.postedOn = builder.postedOn;
            this.sealed = builder.sealed;
            this.urgent = builder.urgent;
            this.insured = builder.insured;
            this.priority = builder.priority;
            this.priorities = builder.priorities;
            this.route = builder.route;
            this.routes = builder.routes;
            this.days = builder.days;
            this.vars = builder.vars;
            this.varsJson = builder.varsJson;
        }

        /**
         * Returns an empty builder.
         *
         * @return the builder
         */
        public static Builder builder() {
            return new Builder();
        }

        /**
         * Returns a builder with the fields of this object.
         *
         * @return the builder
         */
        public Builder toBuilder() {
            return new Builder(this);
        }

        /**
         * What is written.
         *
         * @return the value
         */
        public String text() {
            return text;
        }

        /**
         * Size of the paper.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Size size() {
            return size;
        }

        /**
         * Buttons under the text.
         *
         * @return the list; empty when it is not set; unmodifiable
         */
        public List<Button> buttons() {
            return buttons == null ? List.of() : buttons;
        }

        /**
         * Kinds.
         *
         * @return the list; empty when it is not set; unmodifiable
         */
        public List<LetterKind> kinds() {
            return kinds == null ? List.of() : kinds;
        }

        /**
         * Tags.
         *
         * @return the list; empty when it is not set; unmodifiable
         */
        public List<String> tags() {
            return tags == null ? List.of() : tags;
        }

        /**
         * Labels by name.
         *
         * @return the map; empty when it is not set; unmodifiable
         */
        public Map<String, String> labels() {
            return labels == null ? Map.of() : labels;
        }

        /**
         * Counts by day.
         *
         * @return the map; empty when it is not set; unmodifiable
         */
        public Map<String, List<Long>> counts() {
            return counts == null ? Map.of() : counts;
        }

        /**
         * Whatever else there is.
         *
         * @return the map; empty when it is not set; unmodifiable
         */
        public Map<String, @Nullable Object> extra() {
            return extra == null ? Map.of() : extra;
        }

        /**
         * Any plain value.
         *
         * @return a plain value: text, a number, true or false, or a list or map of these; null when it is absent
         */
        public @Nullable Object anything() {
            return anything;
        }

        /**
         * When it is printed.
         * On the wire in milliseconds since 1970.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Instant printAt() {
            return printAt;
        }

        /**
         * When the ink is dry.
         * On the wire in milliseconds since 1970.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Instant dryAt() {
            return dryAt;
        }

        /**
         * Weight in grams.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Long grams() {
            return grams;
        }

        /**
         * Ink in millilitres.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Double ink() {
            return ink;
        }

        /**
         * Day it is posted.
         * On the wire as {@code 20261128}.
         *
         * @return the value; null when it is absent
         */
        public @Nullable LocalDate postedOn() {
            return postedOn;
        }

        /**
         * Day it was sealed.
         * On the wire as {@code 2026-11-28}.
         *
         * @return the value; null when it is absent
         */
        public @Nullable LocalDate sealed() {
            return sealed;
        }

        /**
         * Whether it is urgent.
         * On the wire as {@code Y} or {@code N}.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Boolean urgent() {
            return urgent;
        }

        /**
         * Whether it is insured.
         * On the wire as text, {@code true} or {@code false}.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Boolean insured() {
            return insured;
        }

        /**
         * How soon it is carried.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Priority priority() {
            return priority;
        }

        /**
         * How soon others were carried.
         *
         * @return the list; empty when it is not set; unmodifiable
         */
        public List<Priority> priorities() {
            return priorities == null ? List.of() : priorities;
        }

        /**
         * How it is carried.
         * On the wire in upper case.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Route route() {
            return route;
        }

        /**
         * How it may be carried.
         * On the wire in upper case.
         *
         * @return the list; empty when it is not set; unmodifiable
         */
        public List<Route> routes() {
            return routes == null ? List.of() : routes;
        }

        /**
         * Days to print it on.
         * On the wire as {@code 2026-11-28}.
         *
         * @return the list; empty when it is not set; unmodifiable
         */
        public List<LocalDate> days() {
            return days == null ? List.of() : days;
        }

        /**
         * Values for the gaps in the text.
         *
         * @return the map; empty when it is not set, or set as JSON; unmodifiable
         */
        public Map<String, String> vars() {
            return vars == null ? Map.of() : vars;
        }

        /**
         * Values for the gaps in the text.
         *
         * @return the JSON text that is sent; null when it is not set, or an empty map
         */
        public @Nullable String varsJson() {
            return vars == null ? varsJson : ModelValues.json(vars);
        }

        void write(StructureWriter out) {
            out.startObject();
            out.put("Text", this.text);
            if (this.size != null) {
                out.name("Size");
                this.size.write(out);
            }
            if (this.buttons != null) {
                out.name("Buttons");
                out.startArray();
                for (Button item : this.buttons) {
                    item.write(out);
                }
                out.endArray();
            }
            if (this.kinds != null) {
                out.name("Kinds");
                out.startArray();
                for (LetterKind item : this.kinds) {
                    out.add(item.value());
                }
                out.endArray();
            }
            out.putStrings("Tags", this.tags);
            if (this.labels != null && !this.labels.isEmpty()) {
                out.name("Labels");
                out.startObject();
                for (Map.Entry<String, String> member : this.labels.entrySet()) {
                    out.name(member.getKey());
                    out.add(member.getValue());
                }
                out.endObject();
            }
            if (this.counts != null) {
                out.name("Counts");
                out.startObject();
                for (Map.Entry<String, List<Long>> member : this.counts.entrySet()) {
                    out.name(member.getKey());
                    out.startArray();
                    for (Long item2 : member.getValue()) {
                        out.add(item2);
                    }
                    out.endArray();
                }
                out.endObject();
            }
            if (this.extra != null) {
                out.name("Extra");
                out.addPlainValue(this.extra);
            }
            out.putPlainValue("Anything", this.anything);
            if (this.printAt != null) {
                out.name("PrintAt");
                out.add(this.printAt.toEpochMilli());
            }
            if (this.dryAt != null) {
                out.name("DryAt");
                out.add(Long.toString(this.dryAt.toEpochMilli()));
            }
            if (this.grams != null) {
                out.name("Grams");
                out.add(this.grams.toString());
            }
            out.put("Ink", this.ink);
            if (this.postedOn != null) {
                out.name("PostedOn");
                out.add(DateTimeFormatter.BASIC_ISO_DATE.format(this.postedOn));
            }
            if (this.sealed != null) {
                out.name("Sealed");
                out.add(this.sealed.toString());
            }
            if (this.urgent != null) {
                out.name("Urgent");
                out.add((this.urgent ? "Y" : "N"));
            }
            if (this.insured != null) {
                out.name("Insured");
                out.add(this.insured.toString());
            }
            out.putNumber("Priority", this.priority);
            if (this.priorities != null) {
                out.name("Priorities");
                out.startArray();
                for (Priority item : this.priorities) {
                    out.addNumber(item);
                }
                out.endArray();
            }
            out.put("Route", this.route == null ? null : Route.inUpperCase(this.route));
            if (this.routes != null) {
                out.name("Routes");
                out.startArray();
                for (Route item : this.routes) {
                    out.add(Route.inUpperCase(item));
                }
                out.endArray();
            }
            if (this.days != null) {
                out.name("Days");
                out.startArray();
                for (LocalDate item : this.days) {
                    out.add(item.toString());
                }
                out.endArray();
            }
            out.put("Vars", varsJson());
            out.endObject();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Sheet that
                    && Objects.equals(this.text, that.text)
                    && Objects.equals(this.size, that.size)
                    && Objects.equals(this.buttons, that.buttons)
                    && Objects.equals(this.kinds, that.kinds)
                    && Objects.equals(this.tags, that.tags)
                    && Objects.equals(this.labels, that.labels)
                    && Objects.equals(this.counts, that.counts)
                    && Objects.equals(this.extra, that.extra)
                    && Objects.equals(this.anything, that.anything)
                    && Objects.equals(this.printAt, that.printAt)
                    && Objects.equals(this.dryAt, that.dryAt)
                    && Objects.equals(this.grams, that.grams)
                    && Objects.equals(this.ink, that.ink)
                    && Objects.equals(this.postedOn, that.postedOn)
                    && Objects.equals(this.sealed, that.sealed)
                    && Objects.equals(this.urgent, that.urgent)
                    && Objects.equals(this.insured, that.insured)
                    && Objects.equals(this.priority, that.priority)
                    && Objects.equals(this.priorities, that.priorities)
                    && Objects.equals(this.route, that.route)
                    && Objects.equals(this.routes, that.routes)
                    && Objects.equals(this.days, that.days)
                    && Objects.equals(this.vars, that.vars)
                    && Objects.equals(this.varsJson, that.varsJson);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.text, this.size, this.buttons, this.kinds, this.tags,
                    this.labels, this.counts, this.extra, this.anything, this.printAt, this.dryAt,
                    this.grams, this.ink, this.postedOn, this.sealed, this.urgent, this.insured,
                    this.priority, this.priorities, this.route, this.routes, this.days, this.vars,
                    this.varsJson);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("Sheet")
                    .hide("text", this.text)
                    .add("size", this.size)
                    .add("buttons", this.buttons)
                    .add("kinds", this.kinds)
                    .add("tags", this.tags)
                    .add("labels", this.labels)
                    .add("counts", this.counts)
                    .add("extra", this.extra)
                    .add("anything", this.anything)
                    .add("printAt", this.printAt)
                    .add("dryAt", this.dryAt)
                    .add("grams", this.grams)
                    .add("ink", this.ink)
                    .add("postedOn", this.postedOn)
                    .add("sealed", this.sealed)
                    .add("urgent", this.urgent)
                    .add("insured", this.insured)
                    .add("priority", this.priority)
                    .add("priorities", this.priorities)
                    .add("route", this.route)
                    .add("routes", this.routes)
                    .add("days", this.days)
                    .add("vars", this.vars)
                    .add("varsJson", this.varsJson)
                    .toString();
        }

        /**
         * Builds {@link Sheet}.
         */
        public static final class Builder {
            private @Nullable String text;

            private @Nullable Size size;

            private @Nullable List<Button> buttons;

            private @Nullable List<LetterKind> kinds;

            private @Nullable List<String> tags;

            private @Nullable Map<String, String> labels;

            private @Nullable Map<String, List<Long>> counts;

            private @Nullable Map<String, @Nullable Object> extra;

            private @Nullable Object anything;

            private @Nullable Instant printAt;

            private @Nullable Instant dryAt;

            private @Nullable Long grams;

            private @Nullable Double ink;

            private @Nullable LocalDate postedOn;

            private @Nullable LocalDate sealed;

            private @Nullable Boolean urgent;

            private @Nullable Boolean insured;

            private @Nullable Priority priority;

            private @Nullable List<Priority> priorities;

            private @Nullable Route route;

            private @Nullable List<Route> routes;

            private @Nullable List<LocalDate> days;

            private @Nullable Map<String, String> vars;

            private @Nullable String varsJson;

            private Builder() {
            }

            private Builder(Sheet from) {
                this.text = from.text;
                this.size = from.size;
                this.buttons = from.buttons;
                this.kinds = from.kinds;
                this.tags = from.tags;
                this.labels = from.labels;
                this.counts = from.counts;
                this.extra = from.extra;
                this.anything = from.anything;
                this.printAt = from.printAt;
                this.dryAt = from.dryAt;
                this.grams = from.grams;
                this.ink = from.ink;
                this.postedOn = from.postedOn;
                this.sealed = from.sealed;
                this.urgent = from.urgent;
                this.insured = from.insured;
                this.priority = from.priority;
                this.priorities = from.priorities;
                this.route = from.route;
                this.routes = from.routes;
                this.days = from.days;
                this.vars = from.vars;
                this.varsJson = from.varsJson;
            }

            /**
             * What is written. Required.
             *
             * @param text the value to set
             * @return this builder
             */
            public Builder text(String text) {
                this.text = text;
                return this;
            }

            /**
             * Size of the paper.
             *
             * @param size the value to set; null to leave it out
             * @return this builder
             */
            public Builder size(@Nullable Size size) {
                this.size = size;
                return this;
            }

            /**
             * Size of the paper.
             * Built in place.
             *
             * @param size sets its members; null to leave it out
             * @return this builder
             */
            public Builder size(@Nullable Consumer<Size.Builder> size) {
                if (size == null) {
                    this.size = null;
                    return this;
                }
                Size.Builder builder = Size.builder();
                size.accept(builder);
                return size(builder.build());
            }

            /**
             * Buttons under the text.
             *
             * @param buttons the value to set; copied; must not contain null; null to leave it out
             * @return this builder
             */
            public Builder buttons(@Nullable List<Button> buttons) {
                this.buttons = ModelValues.copy("buttons", buttons);
                return this;
            }

            /**
             * Buttons under the text.
             *
             * @param buttons the items; null to leave it out
             * @return this builder
             */
            public Builder buttons(Button @Nullable ... buttons) {
                return buttons(ModelValues.list(buttons));
            }

            /**
             * Buttons under the text.
             * Adds one, built in place.
             *
             * @param buttons sets its members
             * @return this builder
             */
            public Builder addButton(Consumer<Button.Builder> buttons) {
                ModelValues.item("buttons", buttons);
                Button.Builder builder = Button.builder();
                buttons.accept(builder);
                this.buttons = ModelValues.append(this.buttons, builder.build());
                return this;
            }

            /**
             * Kinds.
             *
             * @param kinds the value to set; copied; must not contain null; null to leave it out
             * @return this builder
             */
            public Builder kinds(@Nullable List<LetterKind> kinds) {
                this.kinds = ModelValues.copy("kinds", kinds);
                return this;
            }

            /**
             * Kinds.
             *
             * @param kinds the items; null to leave it out
             * @return this builder
             */
            public Builder kinds(LetterKind @Nullable ... kinds) {
                return kinds(ModelValues.list(kinds));
            }

            /**
             * Kinds.
             * As texts, for values that {@link LetterKind} does not know.
             *
             * @param kinds the items; null to leave it out
             * @return this builder
             */
            public Builder kinds(String @Nullable ... kinds) {
                if (kinds == null) {
                    this.kinds = null;
                    return this;
                }
                List<LetterKind> items = new ArrayList<>();
                for (String item : kinds) {
                    items.add(LetterKind.of(ModelValues.item("kinds", item)));
                }
                return kinds(items);
            }

            /**
             * Tags.
             *
             * @param tags the value to set; copied; must not contain null; null to leave it out
             * @return this builder
             */
            public Builder tags(@Nullable List<String> tags) {
                this.tags = ModelValues.copy("tags", tags);
                return this;
            }

            /**
             * Tags.
             *
             * @param tags the items; null to leave it out
             * @return this builder
             */
            public Builder tags(String @Nullable ... tags) {
                return tags(ModelValues.list(tags));
            }

            /**
             * Labels by name.
             *
             * @param labels the value to set; copied; must not contain null; null to leave it out
             * @return this builder
             */
            public Builder labels(@Nullable Map<String, String> labels) {
                this.labels = ModelValues.copy("labels", labels);
                return this;
            }

            /**
             * Counts by day.
             *
             * @param counts the value to set; copied; must not contain null; null to leave it out
             * @return this builder
             */
            public Builder counts(@Nullable Map<String, List<Long>> counts) {
                this.counts = ModelValues.copy("counts", counts);
                return this;
            }

            /**
             * Whatever else there is.
             *
             * @param extra plain values: text, numbers, true and false, lists and maps of these; copied; null to leave it out
             * @return this builder
             */
            public Builder extra(@Nullable Map<String, ? extends @Nullable Object> extra) {
                this.extra = ModelValues.plain("extra", extra);
                return this;
            }

            /**
             * Any plain value.
             *
             * @param anything plain values: text, numbers, true and false, lists and maps of these; copied; null to leave it out
             * @return this builder
             */
            public Builder anything(@Nullable Object anything) {
                this.anything = ModelValues.plain("anything", anything);
                return this;
            }

            /**
             * When it is printed.
             * On the wire in milliseconds since 1970.
             *
             * @param printAt the value to set; null to leave it out
             * @return this builder
             */
            public Builder printAt(@Nullable Instant printAt) {
                this.printAt = printAt;
                return this;
            }

            /**
             * When the ink is dry.
             * On the wire in milliseconds since 1970.
             *
             * @param dryAt the value to set; null to leave it out
             * @return this builder
             */
            public Builder dryAt(@Nullable Instant dryAt) {
                this.dryAt = dryAt;
                return this;
            }

            /**
             * Weight in grams.
             *
             * @param grams the value to set
             * @return this builder
             */
            public Builder grams(long grams) {
                this.grams = grams;
                return this;
            }

            /**
             * Weight in grams.
             *
             * @param grams the value to set; null to leave it out
             * @return this builder
             */
            public Builder grams(@Nullable Long grams) {
                this.grams = grams;
                return this;
            }

            /**
             * Ink in millilitres.
             *
             * @param ink the value to set
             * @return this builder
             */
            public Builder ink(double ink) {
                this.ink = ModelValues.finite("ink", ink);
                return this;
            }

            /**
             * Ink in millilitres.
             *
             * @param ink the value to set; null to leave it out
             * @return this builder
             */
            public Builder ink(@Nullable Double ink) {
                this.ink = ModelValues.finite("ink", ink);
                return this;
            }

            /**
             * Day it is posted.
             * On the wire as {@code 20261128}.
             *
             * @param postedOn the value to set; null to leave it out
             * @return this builder
             */
            public Builder postedOn(@Nullable LocalDate postedOn) {
                this.postedOn = ModelValues.date("postedOn", postedOn);
                return this;
            }

            /**
             * Day it was sealed.
             * On the wire as {@code 2026-11-28}.
             *
             * @param sealed the value to set; null to leave it out
             * @return this builder
             */
            public Builder sealed(@Nullable LocalDate sealed) {
                this.sealed = ModelValues.date("sealed", sealed);
                return this;
            }

            /**
             * Whether it is urgent.
             * On the wire as {@code Y} or {@code N}.
             *
             * @param urgent the value to set
             * @return this builder
             */
            public Builder urgent(boolean urgent) {
                this.urgent = urgent;
                return this;
            }

            /**
             * Whether it is urgent.
             * On the wire as {@code Y} or {@code N}.
             *
             * @param urgent the value to set; null to leave it out
             * @return this builder
             */
            public Builder urgent(@Nullable Boolean urgent) {
                this.urgent = urgent;
                return this;
            }

            /**
             * Whether it is insured.
             * On the wire as text, {@code true} or {@code false}.
             *
             * @param insured the value to set
             * @return this builder
             */
            public Builder insured(boolean insured) {
                this.insured = insured;
                return this;
            }

            /**
             * Whether it is insured.
             * On the wire as text, {@code true} or {@code false}.
             *
             * @param insured the value to set; null to leave it out
             * @return this builder
             */
            public Builder insured(@Nullable Boolean insured) {
                this.insured = insured;
                return this;
            }

            /**
             * How soon it is carried.
             *
             * @param priority the value to set; null to leave it out
             * @return this builder
             */
            public Builder priority(@Nullable Priority priority) {
                this.priority = priority;
                return this;
            }

            /**
             * How soon it is carried.
             * As a number, for values that {@link Priority} does not know.
             *
             * @param priority the value to set
             * @return this builder
             */
            public Builder priority(long priority) {
                this.priority = Priority.of(priority);
                return this;
            }

            /**
             * How soon others were carried.
             *
             * @param priorities the value to set; copied; must not contain null; null to leave it out
             * @return this builder
             */
            public Builder priorities(@Nullable List<Priority> priorities) {
                this.priorities = ModelValues.copy("priorities", priorities);
                return this;
            }

            /**
             * How soon others were carried.
             *
             * @param priorities the items; null to leave it out
             * @return this builder
             */
            public Builder priorities(Priority @Nullable ... priorities) {
                return priorities(ModelValues.list(priorities));
            }

            /**
             * How soon others were carried.
             * As texts, for values that {@link Priority} does not know.
             *
             * @param priorities the items; null to leave it out
             * @return this builder
             */
            public Builder priorities(String @Nullable ... priorities) {
                if (priorities == null) {
                    this.priorities = null;
                    return this;
                }
                List<Priority> items = new ArrayList<>();
                for (String item : priorities) {
                    items.add(Priority.of(ModelValues.item("priorities", item)));
                }
                return priorities(items);
            }

            /**
             * How it is carried.
             * On the wire in upper case.
             *
             * @param route the value to set; null to leave it out
             * @return this builder
             */
            public Builder route(@Nullable Route route) {
                this.route = route;
                return this;
            }

            /**
             * How it is carried.
             * On the wire in upper case.
             * As text, for values that {@link Route} does not know.
             *
             * @param route the value to set; null to leave it out
             * @return this builder
             */
            public Builder route(@Nullable String route) {
                this.route = route == null ? null : Route.of(route);
                return this;
            }

            /**
             * How it may be carried.
             * On the wire in upper case.
             *
             * @param routes the value to set; copied; must not contain null; null to leave it out
             * @return this builder
             */
            public Builder routes(@Nullable List<Route> routes) {
                this.routes = ModelValues.copy("routes", routes);
                return this;
            }

            /**
             * How it may be carried.
             * On the wire in upper case.
             *
             * @param routes the items; null to leave it out
             * @return this builder
             */
            public Builder routes(Route @Nullable ... routes) {
                return routes(ModelValues.list(routes));
            }

            /**
             * How it may be carried.
             * On the wire in upper case.
             * As texts, for values that {@link Route} does not know.
             *
             * @param routes the items; null to leave it out
             * @return this builder
             */
            public Builder routes(String @Nullable ... routes) {
                if (routes == null) {
                    this.routes = null;
                    return this;
                }
                List<Route> items = new ArrayList<>();
                for (String item : routes) {
                    items.add(Route.of(ModelValues.item("routes", item)));
                }
                return routes(items);
            }

            /**
             * Days to print it on.
             * On the wire as {@code 2026-11-28}.
             *
             * @param days the value to set; copied; must not contain null; null to leave it out
             * @return this builder
             */
            public Builder days(@Nullable List<LocalDate> days) {
                this.days = ModelValues.copy("days", days);
                return this;
            }

            /**
             * Days to print it on.
             * On the wire as {@code 2026-11-28}.
             *
             * @param days the items; null to leave it out
             * @return this builder
             */
            public Builder days(LocalDate @Nullable ... days) {
                return days(ModelValues.list(days));
            }

            /**
             * Values for the gaps in the text.
             *
             * @param vars the value to set; copied; must not contain null; null to leave it out
             * @return this builder
             */
            public Builder vars(@Nullable Map<String, String> vars) {
                this.vars = ModelValues.copy("vars", vars);
                this.varsJson = null;
                return this;
            }

            /**
             * Values for the gaps in the text.
             * As JSON text, sent as it is. The last value set counts.
             *
             * @param json the JSON text; null to leave it out
             * @return this builder
             */
            public Builder vars(@Nullable String json) {
                this.varsJson = json;
                this.vars = null;
                return this;
            }

            /**
             * Builds the object with the fields set so far.
             *
             * @return the object
             * @throws IllegalArgumentException when required fields are missing; names all of them
             */
            public Sheet build() {
                ModelValues.require("SendLetterRequest.Sheet", "text", text);
                return new Sheet(this);
            }
        }
    }

    /**
     * Size of the paper.
     */
    public static final class Size {
        private final @Nullable Integer width;

        private final @Nullable Integer height;

        private Size(Builder builder) {
            this.width = builder.width;
            this.height = builder.height;
        }

        /**
         * Returns an empty builder.
         *
         * @return the builder
         */
        public static Builder builder() {
            return new Builder();
        }

        /**
         * Returns a builder with the fields of this object.
         *
         * @return the builder
         */
        public Builder toBuilder() {
            return new Builder(this);
        }

        /**
         * Width in millimetres.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Integer width() {
            return width;
        }

        /**
         * Height in millimetres.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Integer height() {
            return height;
        }

        void write(StructureWriter out) {
            out.startObject();
            out.put("Width", this.width);
            out.put("Height", this.height);
            out.endObject();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Size that
                    && Objects.equals(this.width, that.width)
                    && Objects.equals(this.height, that.height);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.width, this.height);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("Size")
                    .add("width", this.width)
                    .add("height", this.height)
                    .toString();
        }

        /**
         * Builds {@link Size}.
         */
        public static final class Builder {
            private @Nullable Integer width;

            private @Nullable Integer height;

            private Builder() {
            }

            private Builder(Size from) {
                this.width = from.width;
                this.height = from.height;
            }

            /**
             * Width in millimetres.
             *
             * @param width the value to set
             * @return this builder
             */
            public Builder width(int width) {
                this.width = width;
                return this;
            }

            /**
             * Width in millimetres.
             *
             * @param width the value to set; null to leave it out
             * @return this builder
             */
            public Builder width(@Nullable Integer width) {
                this.width = width;
                return this;
            }

            /**
             * Height in millimetres.
             *
             * @param height the value to set
             * @return this builder
             */
            public Builder height(int height) {
                this.height = height;
                return this;
            }

            /**
             * Height in millimetres.
             *
             * @param height the value to set; null to leave it out
             * @return this builder
             */
            public Builder height(@Nullable Integer height) {
                this.height = height;
                return this;
            }

            /**
             * Builds the object with the fields set so far.
             *
             * @return the object
             */
            public Size build() {
                return new Size(this);
            }
        }
    }

    /**
     * Buttons under the text. This is one of them.
     */
    public static final class Button {
        private final @Nullable String label;

        private final @Nullable String url;

        private Button(Builder builder) {
            this.label = builder.label;
            this.url = builder.url;
        }

        /**
         * Returns an empty builder.
         *
         * @return the builder
         */
        public static Builder builder() {
            return new Builder();
        }

        /**
         * Returns a builder with the fields of this object.
         *
         * @return the builder
         */
        public Builder toBuilder() {
            return new Builder(this);
        }

        /**
         * Text on the button, such as {@code <b>}, <code>{a}</code> or <code>*&#47;</code>; less than &lt; and &amp;
         * more, &#64; and &#92;u0041.
         *
         * @return the value; null when it is absent
         */
        public @Nullable String label() {
            return label;
        }

        /**
         * Where the button leads.
         *
         * @return the value; null when it is absent
         */
        public @Nullable String url() {
            return url;
        }

        void write(StructureWriter out) {
            out.startObject();
            out.put("Label", this.label);
            out.put("Url", this.url);
            out.endObject();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Button that
                    && Objects.equals(this.label, that.label)
                    && Objects.equals(this.url, that.url);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.label, this.url);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("Button")
                    .add("label", this.label)
                    .add("url", this.url)
                    .toString();
        }

        /**
         * Builds {@link Button}.
         */
        public static final class Builder {
            private @Nullable String label;

            private @Nullable String url;

            private Builder() {
            }

            private Builder(Button from) {
                this.label = from.label;
                this.url = from.url;
            }

            /**
             * Text on the button, such as {@code <b>}, <code>{a}</code> or <code>*&#47;</code>; less than &lt; and &amp;
             * more, &#64; and &#92;u0041.
             *
             * @param label the value to set; null to leave it out
             * @return this builder
             */
            public Builder label(@Nullable String label) {
                this.label = label;
                return this;
            }

            /**
             * Where the button leads.
             *
             * @param url the value to set; null to leave it out
             * @return this builder
             */
            public Builder url(@Nullable String url) {
                this.url = url;
                return this;
            }

            /**
             * Builds the object with the fields set so far.
             *
             * @return the object
             */
            public Button build() {
                return new Button(this);
            }
        }
    }

    /**
     * Stamps on the letter. This is one of them.
     */
    public static final class Stamp {
        private final @Nullable Integer value;

        private final @Nullable String country;

        private Stamp(Builder builder) {
            this.value = builder.value;
            this.country = builder.country;
        }

        /**
         * Returns an empty builder.
         *
         * @return the builder
         */
        public static Builder builder() {
            return new Builder();
        }

        /**
         * Returns a builder with the fields of this object.
         *
         * @return the builder
         */
        public Builder toBuilder() {
            return new Builder(this);
        }

        /**
         * Value in cents.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Integer value() {
            return value;
        }

        /**
         * Country of the stamp.
         *
         * @return the value; null when it is absent
         */
        public @Nullable String country() {
            return country;
        }

        void write(StructureWriter out) {
            out.startObject();
            out.put("Value", this.value);
            out.put("Country", this.country);
            out.endObject();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Stamp that
                    && Objects.equals(this.value, that.value)
                    && Objects.equals(this.country, that.country);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.value, this.country);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("Stamp")
                    .add("value", this.value)
                    .add("country", this.country)
                    .toString();
        }

        /**
         * Builds {@link Stamp}.
         */
        public static final class Builder {
            private @Nullable Integer value;

            private @Nullable String country;

            private Builder() {
            }

            private Builder(Stamp from) {
                this.value = from.value;
                this.country = from.country;
            }

            /**
             * Value in cents.
             *
             * @param value the value to set
             * @return this builder
             */
            public Builder value(int value) {
                this.value = value;
                return this;
            }

            /**
             * Value in cents.
             *
             * @param value the value to set; null to leave it out
             * @return this builder
             */
            public Builder value(@Nullable Integer value) {
                this.value = value;
                return this;
            }

            /**
             * Country of the stamp.
             *
             * @param country the value to set; null to leave it out
             * @return this builder
             */
            public Builder country(@Nullable String country) {
                this.country = country;
                return this;
            }

            /**
             * Builds the object with the fields set so far.
             *
             * @return the object
             */
            public Stamp build() {
                return new Stamp(this);
            }
        }
    }

    /**
     * Which page.
     */
    public static final class PageRequest {
        private final @Nullable Long index;

        private PageRequest(Builder builder) {
            this.index = builder.index;
        }

        /**
         * Returns an empty builder.
         *
         * @return the builder
         */
        public static Builder builder() {
            return new Builder();
        }

        /**
         * Returns a builder with the fields of this object.
         *
         * @return the builder
         */
        public Builder toBuilder() {
            return new Builder(this);
        }

        /**
         * Number of the page, from 1.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Long index() {
            return index;
        }

        void write(StructureWriter out) {
            out.startObject();
            out.put("Index", this.index);
            out.endObject();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof PageRequest that
                    && Objects.equals(this.index, that.index);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.index);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("PageRequest")
                    .add("index", this.index)
                    .toString();
        }

        /**
         * Builds {@link PageRequest}.
         */
        public static final class Builder {
            private @Nullable Long index;

            private Builder() {
            }

            private Builder(PageRequest from) {
                this.index = from.index;
            }

            /**
             * Number of the page, from 1.
             *
             * @param index the value to set
             * @return this builder
             */
            public Builder index(long index) {
                this.index = index;
                return this;
            }

            /**
             * Number of the page, from 1.
             *
             * @param index the value to set; null to leave it out
             * @return this builder
             */
            public Builder index(@Nullable Long index) {
                this.index = index;
                return this;
            }

            /**
             * Builds the object with the fields set so far.
             *
             * @return the object
             */
            public PageRequest build() {
                return new PageRequest(this);
            }
        }
    }

    private static final class Wire extends Operation<SendLetterRequest, SendLetterResponse> {
        Wire() {
            super("SendLetter", Effect.SEND, 50, SuccessRule.CODE, SendLetterResponse.class, "Data", "LetterId");
        }

        @Override
        public void write(SendLetterRequest request, ParamWriter out) {
            out.put("2Fast", request._2Fast);
            out.json("Anything", request.anything);
            out.put("ArriveBy", request.arriveBy == null ? null : request.arriveBy.toString());
            out.put("Copies", request.copiesJson());
            out.put("Distance", request.distance);
            out.putMillis("DueAt", request.dueAt);
            out.put("EnclosureJson", request.enclosuresJson());
            out.putSeconds("ExpireAt", request.expireAt);
            out.put("Express", request.express);
            out.put("Fax", request.fax);
            out.json("Folder", request.folder, Folder::write);
            out.put("Foo-Bar", request.fooBar);
            out.put("Insured", request.insured);
            out.put("IsvCode", request.isvCode);
            out.put("Kind", request.kind);
            out.json("Kinds", request.kinds);
            out.json("Mobiles", request.mobiles);
            out.put("OSSKey", request.ossKey);
            out.put("OpenRate", request.openRate);
            out.json("Page", request.page, PageRequest::write);
            out.put("Phones", request.phones);
            out.put("PostedOn", request.postedOn == null ? null : DateTimeFormatter.BASIC_ISO_DATE.format(request.postedOn));
            out.put("Price", request.price);
            out.put("Priority", request.priority);
            out.put("Ratio", request.ratio);
            out.put("RawJson", request.rawJson_);
            out.put("ReceiptJson", request.receiptsJson());
            out.put("Route", request.route == null ? null : Route.inUpperCase(request.route));
            out.put("Sealed", request.sealed == null ? null : request.sealed.toString());
            out.flat("Senders", request.senders);
            out.jsonItems("Sheets", request.sheets, Sheet::write);
            out.flatItems("Stamps", request.stamps, Stamp::write);
            out.json("Times", request.times, (value, structure) -> {
                structure.startArray();
                for (Instant item : value) {
                    structure.add(item.toEpochMilli());
                }
                structure.endArray();
            });
            out.put("To", request.to);
            out.put("Urgent", request.urgent == null ? null : (request.urgent ? "Y" : "N"));
            out.put("Vars", request.varsJson());
            out.put("Weight", request.weight);
            out.put("class", request.class_);
            out.put("foobar", request.otherBar);
            out.inForm();
            out.json("Files", request.files);
            out.put("Note", request.note);
        }

        @Override
        public SendLetterResponse read(JsonReader in) {
            return SendLetterResponse.read(in);
        }

        @Override
        public MessageFacts messages() {
            return MessageFacts.to("To", MessageFacts.Form.COMMAS)
                    .sender("OSSKey")
                    .text("Sheets.Text")
                    .template("RawJson")
                    .values("Vars")
                    .category("Kind");
        }

        @Override
        public String ownId() {
            return "IsvCode";
        }

        @Override
        public @Nullable String messageId(SendLetterResponse response) {
            SendLetterResponse.Parcel object = response.parcel();
            SendLetterResponse.Stamp object2 = object == null ? null : object.stamp();
            return ModelValues.firstOf(response.letterId(), object2 == null ? null : object2.number(), object == null ? null : ModelValues.firstOf(object.numbers()));
        }
    }
}
