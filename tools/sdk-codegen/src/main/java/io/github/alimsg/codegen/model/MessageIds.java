package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization.Message;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.model.TypeModel.Items;
import io.github.alimsg.codegen.model.TypeModel.Kind;
import io.github.alimsg.codegen.model.TypeModel.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves what the customization says of the ids of sent messages, and checks that these are texts of the response. */
final class MessageIds {
    private MessageIds() {}

    /**
     * Returns the fields that name what an operation sent.
     *
     * @param operation its name
     * @param response its response
     * @param message what is said of its messages; null when it sends nothing
     * @param problems collects what does not fit
     * @return the fields of each path, from the top down
     */
    static List<List<FieldModel>> of(
            String operation, OwnerModel response, @Nullable Message message, Problems problems) {
        List<List<FieldModel>> ids = new ArrayList<>();
        if (message != null) {
            for (String path : message.ids()) {
                List<FieldModel> fields = response.fields(path);
                if (fields != null && isText(fields.get(fields.size() - 1).type())) {
                    ids.add(fields);
                } else {
                    problems.add(
                            message.position(),
                            "'" + path + "' in messages is not a text in the response of " + operation
                                    + ", nor a list of texts",
                            "fix 'id': wire names, dotted");
                }
            }
        }
        return List.copyOf(ids);
    }

    private static boolean isText(TypeModel type) {
        TypeModel single = type instanceof Items items ? items.item() : type;
        return single instanceof Scalar scalar && scalar.kind() == Kind.TEXT;
    }
}
