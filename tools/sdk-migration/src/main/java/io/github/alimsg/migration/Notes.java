package io.github.alimsg.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Marker;

/**
 * Notes on expressions, which become comments above the statements around them.
 *
 * @param id the marker's id
 * @param text what has to be decided
 */
record Notes(UUID id, String text) implements Marker {
    @Override
    public UUID getId() {
        return id;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <M extends Marker> M withId(UUID other) {
        return (M) new Notes(other, text);
    }

    /** Adds a note, once. */
    static <T extends J> T add(T tree, String text) {
        boolean isThere = tree.getMarkers().findAll(Notes.class).stream()
                .anyMatch(note -> note.text().equals(text));
        return isThere ? tree : tree.withMarkers(tree.getMarkers().add(new Notes(Tree.randomId(), text)));
    }

    /** The statements, with the notes in them as comments. */
    static List<Statement> written(List<Statement> statements) {
        List<Statement> noted = new ArrayList<>();
        boolean any = false;
        for (Statement statement : statements) {
            Statement changed = statement;
            List<String> notes = of(statement);
            for (String note : notes) {
                changed = Decide.above(changed, note);
            }
            any |= !notes.isEmpty();
            noted.add(changed);
        }
        return any ? noted : statements;
    }

    /** The notes in a statement, without those of statements in it. */
    private static List<String> of(Statement statement) {
        List<String> notes = new ArrayList<>();
        new JavaIsoVisitor<List<String>>() {
            @Override
            public J preVisit(J tree, List<String> found) {
                tree.getMarkers().findAll(Notes.class).forEach(note -> {
                    if (!found.contains(note.text())) {
                        found.add(note.text());
                    }
                });
                return tree;
            }

            @Override
            public J.Block visitBlock(J.Block block, List<String> found) {
                return block;
            }
        }.visit(statement, notes);
        return notes;
    }
}
