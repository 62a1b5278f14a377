package io.github.alimsg.migration;

import java.util.UUID;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.J;
import org.openrewrite.marker.Marker;

/**
 * Marks a statement that is taken out of the block around it.
 *
 * @param id the marker's id
 */
record Removed(UUID id) implements Marker {
    @Override
    public UUID getId() {
        return id;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <M extends Marker> M withId(UUID other) {
        return (M) new Removed(other);
    }

    static <T extends J> T mark(T tree) {
        return tree.withMarkers(tree.getMarkers().add(new Removed(Tree.randomId())));
    }

    static boolean is(J tree) {
        return tree.getMarkers().findFirst(Removed.class).isPresent();
    }
}
