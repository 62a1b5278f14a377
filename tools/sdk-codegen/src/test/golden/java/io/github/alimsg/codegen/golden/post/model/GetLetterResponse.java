// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.ModelValues;
import io.github.alimsg.core.wire.Shown;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@link GetLetterRequest}.
 */
public final class GetLetterResponse extends SdkResponse {
    private final @Nullable String to;

    private final @Nullable LetterKind kind;

    private final @Nullable Integer weight;

    private final @Nullable Long total;

    private final @Nullable Boolean lost;

    private final @Nullable Double ratio;

    private final @Nullable BigDecimal price;

    private final @Nullable Instant sentAt;

    private final @Nullable Instant readAt;

    private final @Nullable LocalDate postedOn;

    private final @Nullable LocalDate sealed;

    private final @Nullable Instant arriveBy;

    private final @Nullable Boolean urgent;

    private final @Nullable Boolean insured;

    private final @Nullable Priority priority;

    private final @Nullable List<Priority> priorities;

    private final @Nullable Route route;

    private final @Nullable List<Map<String, String>> enclosures;

    private final @Nullable List<Map<String, @Nullable Object>> receipts;

    private final @Nullable Map<String, String> vars;

    private final @Nullable List<String> copies;

    private final @Nullable Object data;

    private final @Nullable Map<String, String> labels;

    private final @Nullable List<String> tags;

    private final @Nullable List<Long> ids;

    private final @Nullable List<Integer> steps;

    private final @Nullable List<LetterKind> kinds;

    private final @Nullable List<@Nullable Object> things;

    private final @Nullable List<List<Grid>> grid;

    private final @Nullable Map<String, Office> offices;

    private final @Nullable Folder folder;

    private final @Nullable List<Postmark> marks;

    private final @Nullable Lid lid;

    private final @Nullable Boolean paid;

    private GetLetterResponse(Builder builder) {
        super(builder);
        this.to = builder.to;
        this.kind = builder.kind;
        this.weight = builder.weight;
        this.total = builder.total;
        this.lost = builder.lost;
        this.ratio = builder.ratio;
        this.price = builder.price;
        this.sentAt = builder.sentAt;
        this.readAt = builder.readAt;
        this.postedOn = builder.postedOn;
        this.sealed = builder.sealed;
        this.arriveBy = builder.arriveBy;
        this.urgent = builder.urgent;
        this.insured = builder.insured;
        this.priority = builder.priority;
        this.priorities = builder.priorities;
        this.route = builder.route;
        this.enclosures = builder.enclosures;
        this.receipts = builder.receipts;
        this.vars = builder.vars;
        this.copies = builder.copies;
        this.data = builder.data;
        this.labels = builder.labels;
        this.tags = builder.tags;
        this.ids = builder.ids;
        this.steps = builder.steps;
        this.kinds = builder.kinds;
        this.things = builder.things;
        this.grid = builder.grid;
        this.offices = builder.offices;
        this.folder = builder.folder;
        this.marks = ModelValues.frozen(builder.marks);
        this.lid = builder.lid;
        this.paid = builder.paid;
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
     * @return the value; null when it is absent
     */
    public @Nullable String to() {
        return to;
    }

    /**
     * Kind of the letter.
     *
     * @return the value; null when it is absent
     */
    public @Nullable LetterKind kind() {
        return kind;
    }

    /**
     * Weight in grams.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Integer weight() {
        return weight;
    }

    /**
     * How many there are.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Long total() {
        return total;
    }

    /**
     * Whether it is lost.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Boolean lost() {
        return lost;
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
     * When it was sent.
     * On the wire in milliseconds since 1970.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Instant sentAt() {
        return sentAt;
    }

    /**
     * When it was read.
     * On the wire in seconds since 1970.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Instant readAt() {
        return readAt;
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
     * How soon others were carried.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<Priority> priorities() {
        return priorities == null ? List.of() : priorities;
    }

    /**
     * How it is carried.
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
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<Map<String, String>> enclosures() {
        return enclosures == null ? List.of() : enclosures;
    }

    /**
     * Receipts for the letter.
     * On the wire: {@code ReceiptJson}.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<Map<String, @Nullable Object>> receipts() {
        return receipts == null ? List.of() : receipts;
    }

    /**
     * Values for the gaps in the text.
     *
     * @return the map; empty when it is not set; unmodifiable
     */
    public Map<String, String> vars() {
        return vars == null ? Map.of() : vars;
    }

    /**
     * Who gets a copy.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<String> copies() {
        return copies == null ? List.of() : copies;
    }

    /**
     * The data.
     *
     * @return a plain value: text, a number, true or false, or a list or map of these; null when it is absent
     */
    public @Nullable Object data() {
        return data;
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
     * Tags.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<String> tags() {
        return tags == null ? List.of() : tags;
    }

    /**
     * Some ids.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<Long> ids() {
        return ids == null ? List.of() : ids;
    }

    /**
     * Steps on the way.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<Integer> steps() {
        return steps == null ? List.of() : steps;
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
     * Things, whatever they are.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<@Nullable Object> things() {
        return things == null ? List.of() : things;
    }

    /**
     * A grid.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<List<Grid>> grid() {
        return grid == null ? List.of() : grid;
    }

    /**
     * Offices by name.
     *
     * @return the map; empty when it is not set; unmodifiable
     */
    public Map<String, Office> offices() {
        return offices == null ? Map.of() : offices;
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
     * Postmarks on the letter.
     * On the wire: {@code MarkDTOs.MarkDTO}.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<Postmark> marks() {
        return marks == null ? List.of() : marks;
    }

    /**
     * Lid of the box.
     * On the wire: {@code Cover.Lid}.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Lid lid() {
        return lid;
    }

    /**
     * Whether it is paid.
     * On the wire: {@code Bill.Paid}.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Boolean paid() {
        return paid;
    }

    static GetLetterResponse read(JsonReader in) {
        Builder builder = new Builder();
        if (in.startObject()) {
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "To" -> builder.to = in.string();
                    case "Kind" -> builder.kind = LetterKind.read(in);
                    case "Weight" -> builder.weight = in.intValue();
                    case "Total" -> builder.total = in.longValue();
                    case "Lost" -> builder.lost = in.booleanValue();
                    case "Ratio" -> builder.ratio = in.doubleValue();
                    case "Price" -> builder.price = in.decimal();
                    case "SentAt" -> builder.sentAt = in.millis();
                    case "ReadAt" -> builder.readAt = in.seconds();
                    case "PostedOn" -> builder.postedOn = in.date();
                    case "Sealed" -> builder.sealed = in.date();
                    case "ArriveBy" -> builder.arriveBy = in.instant();
                    case "Urgent" -> builder.urgent = in.booleanValue();
                    case "Insured" -> builder.insured = in.booleanValue();
                    case "Priority" -> builder.priority = Priority.readNumber(in);
                    case "Priorities" -> builder.priorities = readPriorities(in);
                    case "Route" -> builder.route = Route.read(in);
                    case "EnclosureJson" -> builder.enclosures = readEnclosures(in);
                    case "ReceiptJson" -> builder.receipts = readReceipts(in);
                    case "Vars" -> builder.vars = in.stringMap();
                    case "Copies" -> builder.copies = in.strings();
                    case "Data" -> builder.data = in.plainValue();
                    case "Labels" -> builder.labels = in.stringMap();
                    case "Tags" -> builder.tags = in.strings();
                    case "Ids" -> builder.ids = in.longs();
                    case "Steps" -> builder.steps = readSteps(in);
                    case "Kinds" -> builder.kinds = readKinds(in);
                    case "Things" -> builder.things = in.plainList();
                    case "Grid" -> builder.grid = readGrid(in);
                    case "Offices" -> builder.offices = readOffices(in);
                    case "Folder" -> builder.folder = in.startObject() ? Folder.read(in) : null;
                    case "MarkDTOs" -> builder.marks = in.unwrapped("MarkDTO", value -> readMarks(value));
                    case "Cover" -> builder.lid = in.unwrapped("Lid", value -> readLid(value));
                    case "Bill" -> builder.paid = in.unwrapped("Paid", value -> readPaid(value));
                    default -> in.other(name);
                }
            }
        }
        in.finish(builder);
        return builder.build();
    }

    private static List<Priority> readPriorities(JsonReader in) {
        List<Priority> items = new ArrayList<>();
        if (in.startArray()) {
            while (in.nextItem()) {
                Priority item = Priority.readNumber(in);
                if (item != null) {
                    items.add(item);
                }
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static List<Map<String, String>> readEnclosures(JsonReader in) {
        List<Map<String, String>> items = new ArrayList<>();
        if (in.startArray()) {
            while (in.nextItem()) {
                items.add(in.stringMap());
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static List<Map<String, @Nullable Object>> readReceipts(JsonReader in) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        if (in.startArray()) {
            while (in.nextItem()) {
                Map<String, @Nullable Object> members2 = new LinkedHashMap<>();
                if (in.startObject()) {
                    for (String key2; (key2 = in.nextField()) != null; ) {
                        members2.put(key2, in.plainValue());
                    }
                }
                items.add(Collections.unmodifiableMap(members2));
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static List<Integer> readSteps(JsonReader in) {
        List<Integer> items = new ArrayList<>();
        if (in.startArray()) {
            while (in.nextItem()) {
                Integer item = in.intValue();
                if (item != null) {
                    items.add(item);
                }
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static List<LetterKind> readKinds(JsonReader in) {
        List<LetterKind> items = new ArrayList<>();
        if (in.startArray()) {
            while (in.nextItem()) {
                LetterKind item = LetterKind.read(in);
                if (item != null) {
                    items.add(item);
                }
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static List<List<Grid>> readGrid(JsonReader in) {
        List<List<Grid>> items = new ArrayList<>();
        if (in.startArray()) {
            while (in.nextItem()) {
                List<Grid> items2 = new ArrayList<>();
                if (in.startArray()) {
                    while (in.nextItem()) {
                        if (in.startObject()) {
                            items2.add(Grid.read(in));
                        }
                    }
                }
                items.add(Collections.unmodifiableList(items2));
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static Map<String, Office> readOffices(JsonReader in) {
        Map<String, Office> members = new LinkedHashMap<>();
        if (in.startObject()) {
            for (String key; (key = in.nextField()) != null; ) {
                if (in.startObject()) {
                    members.put(key, Office.read(in));
                }
            }
        }
        return Collections.unmodifiableMap(members);
    }

    private static List<Postmark> readMarks(JsonReader in) {
        List<Postmark> items = new ArrayList<>();
        if (in.startArray()) {
            while (in.nextItem()) {
                if (in.startObject()) {
                    items.add(Postmark.read(in));
                }
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static @Nullable Lid readLid(JsonReader in) {
        return in.startObject() ? Lid.read(in) : null;
    }

    private static @Nullable Boolean readPaid(JsonReader in) {
        return in.booleanValue();
    }

    /**
     * Shows what is set, without personal or secret values.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new Shown("GetLetterResponse")
                .add("requestId", requestId())
                .hide("to", this.to)
                .add("kind", this.kind)
                .add("weight", this.weight)
                .add("total", this.total)
                .add("lost", this.lost)
                .add("ratio", this.ratio)
                .add("price", this.price)
                .add("sentAt", this.sentAt)
                .add("readAt", this.readAt)
                .add("postedOn", this.postedOn)
                .add("sealed", this.sealed)
                .add("arriveBy", this.arriveBy)
                .add("urgent", this.urgent)
                .add("insured", this.insured)
                .add("priority", this.priority)
                .add("priorities", this.priorities)
                .add("route", this.route)
                .add("enclosures", this.enclosures)
                .add("receipts", this.receipts)
                .add("vars", this.vars)
                .add("copies", this.copies)
                .add("data", this.data)
                .hide("labels", this.labels)
                .add("tags", this.tags)
                .add("ids", this.ids)
                .add("steps", this.steps)
                .add("kinds", this.kinds)
                .add("things", this.things)
                .add("grid", this.grid)
                .add("offices", this.offices)
                .add("folder", this.folder)
                .add("marks", this.marks)
                .add("lid", this.lid)
                .add("paid", this.paid)
                .toString();
    }

    /**
     * Builds {@link GetLetterResponse}.
     */
    public static final class Builder extends SdkResponse.Builder<Builder> {
        private @Nullable String to;

        private @Nullable LetterKind kind;

        private @Nullable Integer weight;

        private @Nullable Long total;

        private @Nullable Boolean lost;

        private @Nullable Double ratio;

        private @Nullable BigDecimal price;

        private @Nullable Instant sentAt;

        private @Nullable Instant readAt;

        private @Nullable LocalDate postedOn;

        private @Nullable LocalDate sealed;

        private @Nullable Instant arriveBy;

        private @Nullable Boolean urgent;

        private @Nullable Boolean insured;

        private @Nullable Priority priority;

        private @Nullable List<Priority> priorities;

        private @Nullable Route route;

        private @Nullable List<Map<String, String>> enclosures;

        private @Nullable List<Map<String, @Nullable Object>> receipts;

        private @Nullable Map<String, String> vars;

        private @Nullable List<String> copies;

        private @Nullable Object data;

        private @Nullable Map<String, String> labels;

        private @Nullable List<String> tags;

        private @Nullable List<Long> ids;

        private @Nullable List<Integer> steps;

        private @Nullable List<LetterKind> kinds;

        private @Nullable List<@Nullable Object> things;

        private @Nullable List<List<Grid>> grid;

        private @Nullable Map<String, Office> offices;

        private @Nullable Folder folder;

        private @Nullable List<Postmark> marks;

        private @Nullable Lid lid;

        private @Nullable Boolean paid;

        private Builder() {
        }

        private Builder(GetLetterResponse from) {
            super(from);
            this.to = from.to;
            this.kind = from.kind;
            this.weight = from.weight;
            this.total = from.total;
            this.lost = from.lost;
            this.ratio = from.ratio;
            this.price = from.price;
            this.sentAt = from.sentAt;
            this.readAt = from.readAt;
            this.postedOn = from.postedOn;
            this.sealed = from.sealed;
            this.arriveBy = from.arriveBy;
            this.urgent = from.urgent;
            this.insured = from.insured;
            this.priority = from.priority;
            this.priorities = from.priorities;
            this.route = from.route;
            this.enclosures = from.enclosures;
            this.receipts = from.receipts;
            this.vars = from.vars;
            this.copies = from.copies;
            this.data = from.data;
            this.labels = from.labels;
            this.tags = from.tags;
            this.ids = from.ids;
            this.steps = from.steps;
            this.kinds = from.kinds;
            this.things = from.things;
            this.grid = from.grid;
            this.offices = from.offices;
            this.folder = from.folder;
            this.marks = from.marks;
            this.lid = from.lid;
            this.paid = from.paid;
        }

        /**
         * Who gets it.
         *
         * @param to the value to set; null to leave it out
         * @return this builder
         */
        public Builder to(@Nullable String to) {
            this.to = to;
            return this;
        }

        /**
         * Kind of the letter.
         *
         * @param kind the value to set; null to leave it out
         * @return this builder
         */
        public Builder kind(@Nullable LetterKind kind) {
            this.kind = kind;
            return this;
        }

        /**
         * Kind of the letter.
         * As text, for values that {@link LetterKind} does not know.
         *
         * @param kind the value to set; null to leave it out
         * @return this builder
         */
        public Builder kind(@Nullable String kind) {
            this.kind = kind == null ? null : LetterKind.of(kind);
            return this;
        }

        /**
         * Weight in grams.
         *
         * @param weight the value to set
         * @return this builder
         */
        public Builder weight(int weight) {
            this.weight = weight;
            return this;
        }

        /**
         * Weight in grams.
         *
         * @param weight the value to set; null to leave it out
         * @return this builder
         */
        public Builder weight(@Nullable Integer weight) {
            this.weight = weight;
            return this;
        }

        /**
         * How many there are.
         *
         * @param total the value to set
         * @return this builder
         */
        public Builder total(long total) {
            this.total = total;
            return this;
        }

        /**
         * How many there are.
         *
         * @param total the value to set; null to leave it out
         * @return this builder
         */
        public Builder total(@Nullable Long total) {
            this.total = total;
            return this;
        }

        /**
         * Whether it is lost.
         *
         * @param lost the value to set
         * @return this builder
         */
        public Builder lost(boolean lost) {
            this.lost = lost;
            return this;
        }

        /**
         * Whether it is lost.
         *
         * @param lost the value to set; null to leave it out
         * @return this builder
         */
        public Builder lost(@Nullable Boolean lost) {
            this.lost = lost;
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
         * When it was sent.
         * On the wire in milliseconds since 1970.
         *
         * @param sentAt the value to set; null to leave it out
         * @return this builder
         */
        public Builder sentAt(@Nullable Instant sentAt) {
            this.sentAt = sentAt;
            return this;
        }

        /**
         * When it was read.
         * On the wire in seconds since 1970.
         *
         * @param readAt the value to set; null to leave it out
         * @return this builder
         */
        public Builder readAt(@Nullable Instant readAt) {
            this.readAt = readAt;
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
            return this;
        }

        /**
         * Values for the gaps in the text.
         *
         * @param vars the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder vars(@Nullable Map<String, String> vars) {
            this.vars = ModelValues.copy("vars", vars);
            return this;
        }

        /**
         * Who gets a copy.
         *
         * @param copies the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder copies(@Nullable List<String> copies) {
            this.copies = ModelValues.copy("copies", copies);
            return this;
        }

        /**
         * Who gets a copy.
         *
         * @param copies the items; null to leave it out
         * @return this builder
         */
        public Builder copies(String @Nullable ... copies) {
            return copies(ModelValues.list(copies));
        }

        /**
         * The data.
         *
         * @param data plain values: text, numbers, true and false, lists and maps of these; copied; null to leave it out
         * @return this builder
         */
        public Builder data(@Nullable Object data) {
            this.data = ModelValues.plain("data", data);
            return this;
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
         * Some ids.
         *
         * @param ids the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder ids(@Nullable List<Long> ids) {
            this.ids = ModelValues.copy("ids", ids);
            return this;
        }

        /**
         * Some ids.
         *
         * @param ids the items; null to leave it out
         * @return this builder
         */
        public Builder ids(Long @Nullable ... ids) {
            return ids(ModelValues.list(ids));
        }

        /**
         * Steps on the way.
         *
         * @param steps the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder steps(@Nullable List<Integer> steps) {
            this.steps = ModelValues.copy("steps", steps);
            return this;
        }

        /**
         * Steps on the way.
         *
         * @param steps the items; null to leave it out
         * @return this builder
         */
        public Builder steps(Integer @Nullable ... steps) {
            return steps(ModelValues.list(steps));
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
         * Things, whatever they are.
         *
         * @param things plain values: text, numbers, true and false, lists and maps of these; copied; null to leave it out
         * @return this builder
         */
        public Builder things(@Nullable List<? extends @Nullable Object> things) {
            this.things = ModelValues.plain("things", things);
            return this;
        }

        /**
         * Things, whatever they are.
         *
         * @param things the items; null to leave it out
         * @return this builder
         */
        public Builder things(Object @Nullable ... things) {
            return things(ModelValues.list(things));
        }

        /**
         * A grid.
         *
         * @param grid the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder grid(@Nullable List<List<Grid>> grid) {
            this.grid = ModelValues.copy("grid", grid);
            return this;
        }

        /**
         * Offices by name.
         *
         * @param offices the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder offices(@Nullable Map<String, Office> offices) {
            this.offices = ModelValues.copy("offices", offices);
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
         * Postmarks on the letter.
         * On the wire: {@code MarkDTOs.MarkDTO}.
         *
         * @param marks the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder marks(@Nullable List<Postmark> marks) {
            this.marks = ModelValues.copy("marks", marks);
            return this;
        }

        /**
         * Postmarks on the letter.
         * On the wire: {@code MarkDTOs.MarkDTO}.
         *
         * @param marks the items; null to leave it out
         * @return this builder
         */
        public Builder marks(Postmark @Nullable ... marks) {
            return marks(ModelValues.list(marks));
        }

        /**
         * Postmarks on the letter.
         * On the wire: {@code MarkDTOs.MarkDTO}.
         * Adds one, built in place.
         *
         * @param marks sets its members
         * @return this builder
         */
        public Builder addMark(Consumer<Postmark.Builder> marks) {
            ModelValues.item("marks", marks);
            Postmark.Builder builder = Postmark.builder();
            marks.accept(builder);
            this.marks = ModelValues.append(this.marks, builder.build());
            return this;
        }

        /**
         * Lid of the box.
         * On the wire: {@code Cover.Lid}.
         *
         * @param lid the value to set; null to leave it out
         * @return this builder
         */
        public Builder lid(@Nullable Lid lid) {
            this.lid = lid;
            return this;
        }

        /**
         * Lid of the box.
         * On the wire: {@code Cover.Lid}.
         * Built in place.
         *
         * @param lid sets its members; null to leave it out
         * @return this builder
         */
        public Builder lid(@Nullable Consumer<Lid.Builder> lid) {
            if (lid == null) {
                this.lid = null;
                return this;
            }
            Lid.Builder builder = Lid.builder();
            lid.accept(builder);
            return lid(builder.build());
        }

        /**
         * Whether it is paid.
         * On the wire: {@code Bill.Paid}.
         *
         * @param paid the value to set
         * @return this builder
         */
        public Builder paid(boolean paid) {
            this.paid = paid;
            return this;
        }

        /**
         * Whether it is paid.
         * On the wire: {@code Bill.Paid}.
         *
         * @param paid the value to set; null to leave it out
         * @return this builder
         */
        public Builder paid(@Nullable Boolean paid) {
            this.paid = paid;
            return this;
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         */
        public GetLetterResponse build() {
            return new GetLetterResponse(this);
        }
    }

    /**
     * A grid. This is one of them.
     */
    public static final class Grid {
        private final @Nullable Integer x;

        private Grid(Builder builder) {
            this.x = builder.x;
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
         * Place on the grid.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Integer x() {
            return x;
        }

        static Grid read(JsonReader in) {
            Builder builder = new Builder();
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "X" -> builder.x = in.intValue();
                    default -> in.skip();
                }
            }
            return new Grid(builder);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Grid that
                    && Objects.equals(this.x, that.x);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.x);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("Grid")
                    .add("x", this.x)
                    .toString();
        }

        /**
         * Builds {@link Grid}.
         */
        public static final class Builder {
            private @Nullable Integer x;

            private Builder() {
            }

            private Builder(Grid from) {
                this.x = from.x;
            }

            /**
             * Place on the grid.
             *
             * @param x the value to set
             * @return this builder
             */
            public Builder x(int x) {
                this.x = x;
                return this;
            }

            /**
             * Place on the grid.
             *
             * @param x the value to set; null to leave it out
             * @return this builder
             */
            public Builder x(@Nullable Integer x) {
                this.x = x;
                return this;
            }

            /**
             * Builds the object with the fields set so far.
             *
             * @return the object
             */
            public Grid build() {
                return new Grid(this);
            }
        }
    }

    /**
     * Offices by name. This is one of them.
     */
    public static final class Office {
        private final @Nullable String city;

        private Office(Builder builder) {
            this.city = builder.city;
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
         * City of the office.
         *
         * @return the value; null when it is absent
         */
        public @Nullable String city() {
            return city;
        }

        static Office read(JsonReader in) {
            Builder builder = new Builder();
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "City" -> builder.city = in.string();
                    default -> in.skip();
                }
            }
            return new Office(builder);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Office that
                    && Objects.equals(this.city, that.city);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.city);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("Office")
                    .add("city", this.city)
                    .toString();
        }

        /**
         * Builds {@link Office}.
         */
        public static final class Builder {
            private @Nullable String city;

            private Builder() {
            }

            private Builder(Office from) {
                this.city = from.city;
            }

            /**
             * City of the office.
             *
             * @param city the value to set; null to leave it out
             * @return this builder
             */
            public Builder city(@Nullable String city) {
                this.city = city;
                return this;
            }

            /**
             * Builds the object with the fields set so far.
             *
             * @return the object
             */
            public Office build() {
                return new Office(this);
            }
        }
    }

    /**
     * Postmarks on the letter. This is one of them.
     */
    public static final class Postmark {
        private final @Nullable String country;

        private Postmark(Builder builder) {
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
         * Country of the stamp.
         *
         * @return the value; null when it is absent
         */
        public @Nullable String country() {
            return country;
        }

        static Postmark read(JsonReader in) {
            Builder builder = new Builder();
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "Country" -> builder.country = in.string();
                    default -> in.skip();
                }
            }
            return new Postmark(builder);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Postmark that
                    && Objects.equals(this.country, that.country);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.country);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("Postmark")
                    .add("country", this.country)
                    .toString();
        }

        /**
         * Builds {@link Postmark}.
         */
        public static final class Builder {
            private @Nullable String country;

            private Builder() {
            }

            private Builder(Postmark from) {
                this.country = from.country;
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
            public Postmark build() {
                return new Postmark(this);
            }
        }
    }

    /**
     * Lid of the box.
     */
    public static final class Lid {
        private final @Nullable String text;

        private final @Nullable Integer width;

        private Lid(Builder builder) {
            this.text = builder.text;
            this.width = builder.width;
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
         * @return the value; null when it is absent
         */
        public @Nullable String text() {
            return text;
        }

        /**
         * Width in millimetres.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Integer width() {
            return width;
        }

        static Lid read(JsonReader in) {
            Builder builder = new Builder();
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "Text" -> builder.text = in.string();
                    case "Width" -> builder.width = in.intValue();
                    default -> in.skip();
                }
            }
            return new Lid(builder);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Lid that
                    && Objects.equals(this.text, that.text)
                    && Objects.equals(this.width, that.width);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.text, this.width);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("Lid")
                    .hide("text", this.text)
                    .add("width", this.width)
                    .toString();
        }

        /**
         * Builds {@link Lid}.
         */
        public static final class Builder {
            private @Nullable String text;

            private @Nullable Integer width;

            private Builder() {
            }

            private Builder(Lid from) {
                this.text = from.text;
                this.width = from.width;
            }

            /**
             * What is written.
             *
             * @param text the value to set; null to leave it out
             * @return this builder
             */
            public Builder text(@Nullable String text) {
                this.text = text;
                return this;
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
             * Builds the object with the fields set so far.
             *
             * @return the object
             */
            public Lid build() {
                return new Lid(this);
            }
        }
    }
}
