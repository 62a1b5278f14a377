package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Direction;
import io.github.alimsg.codegen.input.FieldPath;
import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.Metadata.Parameter;
import io.github.alimsg.codegen.input.Metadata.Style;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.input.SourcePosition;
import io.github.alimsg.codegen.model.OperationModel.ParameterModel;
import io.github.alimsg.codegen.model.TypeModel.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Decides how the fields of requests are written as parameters. */
final class ParameterResolver {
    /** Kinds whose text on the wire is not that of their value in Java. */
    private static final Set<Kind> WRITTEN_OTHERWISE =
            EnumSet.of(Kind.MILLIS, Kind.SECONDS, Kind.BASIC_DATE, Kind.YES_NO);

    private final SourcePosition file;
    private final Problems problems;

    ParameterResolver(Metadata metadata, Problems problems) {
        this.file = SourcePosition.of(metadata.file());
        this.problems = problems;
    }

    List<ParameterModel> resolve(Metadata.Operation operation, OwnerModel request) {
        List<ParameterModel> parameters = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            FieldModel field = request.top().field(parameter.name());
            if (field != null && parameter.style() == Style.SIMPLE && !canBeJoined(field.type())) {
                problems.addUnsupported(
                        operation.name(),
                        file,
                        FieldPath.top(operation.name(), Direction.REQUEST).child(field.wireName())
                                + " has style 'simple' and holds more than single values",
                        "omit the operation: omit: [" + operation.name() + "]");
            }
            if (field != null) {
                parameters.add(new ParameterModel(field, parameter.inForm(), parameter.style()));
            }
        }
        return parameters;
    }

    /** Whether it is a single text, or a list whose items are written as they are. */
    private static boolean canBeJoined(TypeModel type) {
        if (type instanceof TypeModel.Items items) {
            return items.item() instanceof TypeModel.Open open && open.form() != TypeModel.OpenForm.UPPER_CASE
                    || items.item() instanceof TypeModel.Scalar scalar && !WRITTEN_OTHERWISE.contains(scalar.kind());
        }
        return type instanceof TypeModel.Open
                || type instanceof TypeModel.Scalar
                || type instanceof TypeModel.JsonMap
                || type instanceof TypeModel.JsonList
                || type instanceof TypeModel.JsonMaps;
    }
}
