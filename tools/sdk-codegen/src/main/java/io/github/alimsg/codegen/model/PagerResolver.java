package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization.Pager;
import io.github.alimsg.codegen.input.Customization.PagerStyle;
import io.github.alimsg.codegen.input.Direction;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.model.TypeModel.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves the paths of a pager to fields, and checks that they are suitable. */
final class PagerResolver {
    private static final Set<Kind> COUNTS = Set.of(Kind.INTEGER, Kind.LONG);
    private static final Set<Kind> NUMBERS = Set.of(Kind.INTEGER, Kind.LONG, Kind.TEXT);
    private static final Set<Kind> TOKENS = Set.of(Kind.TEXT);

    private final String operation;
    private final Pager pager;
    private final OwnerModel request;
    private final OwnerModel response;
    private final Problems problems;
    private boolean failed;

    PagerResolver(String operation, Pager pager, OwnerModel request, OwnerModel response, Problems problems) {
        this.operation = operation;
        this.pager = pager;
        this.request = request;
        this.response = response;
        this.problems = problems;
    }

    /** {@return the pager; null when a problem was reported} */
    @Nullable
    PagerModel resolve(String method) {
        boolean token = pager.style() == PagerStyle.TOKEN;
        List<FieldModel> page = scalar("page", request, token ? pager.token() : pager.page(), token ? TOKENS : NUMBERS);
        List<FieldModel> size = scalar("size", request, pager.size(), NUMBERS);
        List<FieldModel> total = scalar("total", response, pager.total(), COUNTS);
        List<FieldModel> next = scalar("next", response, pager.next(), TOKENS);
        List<FieldModel> items = fields("items", response, pager.items());
        if (items == null) {
            return null;
        }
        if (!(last(items).type() instanceof TypeModel.Items list)) {
            wrong("items", pager.items(), "is not a list");
            return null;
        }
        return failed
                ? null
                : new PagerModel(
                        method, pager.style(), page, size, items, list.item(), total, next, pager.defaultSize());
    }

    private @Nullable List<FieldModel> scalar(String what, OwnerModel owner, @Nullable String path, Set<Kind> kinds) {
        if (path == null) {
            return null;
        }
        List<FieldModel> fields = fields(what, owner, path);
        if (fields == null) {
            return null;
        }
        if (!(last(fields).type() instanceof TypeModel.Scalar scalar && kinds.contains(scalar.kind()))) {
            wrong(what, path, kinds.equals(COUNTS) ? "is not an integer: give it the type long" : "is of another type");
        }
        if (owner.top().path().direction() == Direction.REQUEST && fields.size() > 2) {
            wrong(what, path, "is deeper than an object that is a parameter");
        }
        return fields;
    }

    private @Nullable List<FieldModel> fields(String what, OwnerModel owner, String path) {
        List<FieldModel> fields = owner.fields(path);
        if (fields == null) {
            wrong(what, path, "does not exist");
        }
        return fields;
    }

    private static FieldModel last(List<FieldModel> fields) {
        return fields.get(fields.size() - 1);
    }

    private void wrong(String what, String path, String wrong) {
        failed = true;
        problems.add(
                pager.position(),
                "the pager of " + operation + ": " + what + " '" + path + "' " + wrong,
                "fix the path: wire names, dotted");
    }
}
