// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.ModelValues;
import io.github.alimsg.core.wire.Shown;
import io.github.alimsg.core.wire.StructureWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Folder with letters in it.
 */
public final class Folder {
    private final @Nullable String name;

    private final @Nullable List<Folder> folders;

    private final @Nullable Map<String, Folder> byName;

    private Folder(Builder builder) {
        this.name = builder.name;
        this.folders = ModelValues.frozen(builder.folders);
        this.byName = builder.byName;
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
     * The name.
     *
     * @return the value; null when it is absent
     */
    public @Nullable String name() {
        return name;
    }

    /**
     * The folders in it.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<Folder> folders() {
        return folders == null ? List.of() : folders;
    }

    /**
     * Folders by name.
     *
     * @return the map; empty when it is not set; unmodifiable
     */
    public Map<String, Folder> byName() {
        return byName == null ? Map.of() : byName;
    }

    void write(StructureWriter out) {
        out.startObject();
        out.put("Name", this.name);
        if (this.folders != null) {
            out.name("Folders");
            out.startArray();
            for (Folder item : this.folders) {
                item.write(out);
            }
            out.endArray();
        }
        if (this.byName != null) {
            out.name("ByName");
            out.startObject();
            for (Map.Entry<String, Folder> member : this.byName.entrySet()) {
                out.name(member.getKey());
                member.getValue().write(out);
            }
            out.endObject();
        }
        out.endObject();
    }

    static Folder read(JsonReader in) {
        Builder builder = new Builder();
        for (String name; (name = in.nextField()) != null; ) {
            switch (name) {
                case "Name" -> builder.name = in.string();
                case "Folders" -> builder.folders = readFolders(in);
                case "ByName" -> builder.byName = readByName(in);
                default -> in.skip();
            }
        }
        return new Folder(builder);
    }

    private static List<Folder> readFolders(JsonReader in) {
        List<Folder> items = new ArrayList<>();
        if (in.startArray()) {
            while (in.nextItem()) {
                if (in.startObject()) {
                    items.add(Folder.read(in));
                }
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static Map<String, Folder> readByName(JsonReader in) {
        Map<String, Folder> members = new LinkedHashMap<>();
        if (in.startObject()) {
            for (String key; (key = in.nextField()) != null; ) {
                if (in.startObject()) {
                    members.put(key, Folder.read(in));
                }
            }
        }
        return Collections.unmodifiableMap(members);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Folder that
                && Objects.equals(this.name, that.name)
                && Objects.equals(this.folders, that.folders)
                && Objects.equals(this.byName, that.byName);
    }

    @Override
    public int hashCode() {
        return Objects.hash(this.name, this.folders, this.byName);
    }

    /**
     * Shows what is set, without personal or secret values.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new Shown("Folder")
                .add("name", this.name)
                .add("folders", this.folders)
                .add("byName", this.byName)
                .toString();
    }

    /**
     * Builds {@link Folder}.
     */
    public static final class Builder {
        private @Nullable String name;

        private @Nullable List<Folder> folders;

        private @Nullable Map<String, Folder> byName;

        private Builder() {
        }

        private Builder(Folder from) {
            this.name = from.name;
            this.folders = from.folders;
            this.byName = from.byName;
        }

        /**
         * The name. Required.
         *
         * @param name the value to set
         * @return this builder
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * The folders in it.
         *
         * @param folders the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder folders(@Nullable List<Folder> folders) {
            this.folders = ModelValues.copy("folders", folders);
            return this;
        }

        /**
         * The folders in it.
         *
         * @param folders the items; null to leave it out
         * @return this builder
         */
        public Builder folders(Folder @Nullable ... folders) {
            return folders(ModelValues.list(folders));
        }

        /**
         * The folders in it.
         * Adds one, built in place.
         *
         * @param folders sets its members
         * @return this builder
         */
        public Builder addFolder(Consumer<Builder> folders) {
            ModelValues.item("folders", folders);
            Builder builder = Folder.builder();
            folders.accept(builder);
            this.folders = ModelValues.append(this.folders, builder.build());
            return this;
        }

        /**
         * Folders by name.
         *
         * @param byName the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder byName(@Nullable Map<String, Folder> byName) {
            this.byName = ModelValues.copy("byName", byName);
            return this;
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         * @throws IllegalArgumentException when required fields are missing; names all of them
         */
        public Folder build() {
            ModelValues.require("Folder", "name", name);
            return new Folder(this);
        }
    }
}
