package io.github.alimsg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.codegen.ApiFiles;
import io.github.alimsg.codegen.Resolution;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.FieldModel;
import io.github.alimsg.codegen.model.OperationModel;
import io.github.alimsg.codegen.model.OwnerModel;
import io.github.alimsg.codegen.model.StructModel;
import io.github.alimsg.codegen.model.TypeModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables in the resources are what the products' descriptions say; {@code -Dalimsg.update} writes them anew. */
class MappingTest {
    private static final Path RESOURCES = Path.of("src/main/resources/io/github/alimsg/migration");

    private final List<String> lines = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "dysmsapi20170525, sdk-dysms, dysmsapi-2017-05-25",
        "dysmsapi20180501, sdk-dysms, dysmsapi-2018-05-01",
        "cams20200606, sdk-cams, cams-2020-06-06"
    })
    void aTableIsWhatTheDescriptionSays(String product, String module, String folder) throws Exception {
        Path root = Path.of("../..");
        Path api = root.resolve(module).resolve("src/main/api").resolve(folder);
        Resolution resolution = Resolution.of(ApiFiles.in(api, root));
        assertThat(resolution.problems().all()).isEmpty();
        write(resolution.api(), module);
        String table = String.join("\n", lines) + "\n";
        Path file = RESOURCES.resolve(product + ".tsv");
        if (Boolean.getBoolean("alimsg.update")) {
            Files.createDirectories(RESOURCES);
            Files.writeString(file, table);
        }
        assertThat(Files.readString(file)).as("run with -Dalimsg.update").isEqualTo(table);
    }

    private void write(ApiModel api, String module) {
        lines.add("client\t" + api.clientPackage() + "." + api.product().client() + "\t" + module);
        lines.add("models\t" + api.modelPackage());
        for (OperationModel operation : api.operations().values()) {
            lines.add(operation.name() + "\t" + operation.method());
            write(
                    operation.name() + ".request",
                    operation.request(),
                    operation.request().top(),
                    List.of());
            write(
                    operation.name() + ".response",
                    operation.response(),
                    operation.response().top(),
                    List.of());
        }
    }

    private void write(String path, OwnerModel owner, StructModel struct, List<String> above) {
        for (FieldModel field : struct.fields()) {
            String at = path + "." + field.wireName();
            if (field.only() != null) {
                lines.add(at + "\t\twrapper");
                at += "." + field.only();
            }
            lines.add(at + "\t" + field.javaName() + "\t" + type(field.type(), owner));
            TypeModel.Struct object = field.type().struct();
            if (object != null && !above.contains(object.name())) {
                List<String> deeper = new ArrayList<>(above);
                deeper.add(object.name());
                write(at, owner, owner.classOf(object), deeper);
            }
        }
    }

    private static String type(TypeModel type, OwnerModel owner) {
        if (type instanceof TypeModel.Scalar scalar) {
            return scalar.kind().name().toLowerCase(Locale.ROOT);
        } else if (type instanceof TypeModel.Open open) {
            return "open" + (open.form() == TypeModel.OpenForm.NUMBER ? " number " : " ") + open.name();
        } else if (type instanceof TypeModel.Struct struct) {
            return "object " + (struct.shared() ? "" : owner.top().name() + "$") + struct.name();
        } else if (type instanceof TypeModel.Items items) {
            return "list " + type(items.item(), owner);
        } else if (type instanceof TypeModel.Members members) {
            return "map " + type(members.value(), owner);
        } else if (type instanceof TypeModel.JsonMaps) {
            return "json maps";
        }
        return type instanceof TypeModel.JsonMap
                ? "json map"
                : type instanceof TypeModel.JsonList ? "json list" : "any";
    }
}
