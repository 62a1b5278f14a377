package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.AreaModel;
import io.github.alimsg.codegen.model.FieldNames;
import io.github.alimsg.codegen.model.OperationModel;
import io.github.alimsg.codegen.model.SharedModel;
import io.github.alimsg.codegen.model.ValueTypeModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes everything for an API. The same API gives the same bytes. */
public final class ApiWriter {
    private final ApiModel api;
    private final Map<String, String> sources = new TreeMap<>();

    /**
     * Creates a writer of one API.
     *
     * @param api the API
     */
    public ApiWriter(ApiModel api) {
        this.api = api;
    }

    /**
     * Writes the API.
     *
     * @param metadata the bytes of the metadata, which become a resource
     * @param warnings what is generated otherwise than described
     * @return everything that is generated
     */
    public GeneratedApi write(byte[] metadata, List<String> warnings) {
        FieldNames names = new FieldNames(api.operations().values());
        JavadocText javadoc = new JavadocText(this::link).naming(names::inApi);
        for (OperationModel operation : api.operations().values()) {
            JavadocText words = javadoc.naming(code -> names.inOperation(operation.name(), code));
            add(api.modelPackage(), new RequestGenerator(operation, api.modelPackage(), words).generate());
            add(api.modelPackage(), new ResponseGenerator(operation, api.modelPackage(), words).generate());
        }
        for (SharedModel shared : api.shared()) {
            ClassName name = ClassName.get(api.modelPackage(), shared.struct().name());
            add(
                    api.modelPackage(),
                    new StructGenerator(new JavaTypes(api.modelPackage(), name), javadoc).shared(shared));
        }
        for (ValueTypeModel valueType : api.valueTypes()) {
            add(api.modelPackage(), new ValueTypeGenerator(valueType, api.modelPackage(), javadoc).generate());
        }
        add(api.clientPackage(), new ClientGenerator(api, names, javadoc).generate());
        for (AreaModel area : api.areas()) {
            if (area.type() != null) {
                add(api.clientPackage(), new AreaGenerator(api, area, names, javadoc).generate());
            }
        }
        add(api.clientPackage(), new DefaultClientGenerator(api).generate());
        add(api.clientPackage(), new ProductGenerator(api).generate());
        if (!api.errorKinds().isEmpty()) {
            add(api.clientPackage(), new ErrorCodesGenerator(api).generate());
        }
        String title = javadoc.firstSentence(api.product().title());
        put(api.clientPackage(), "package-info", PackageInfo.source(api.clientPackage(), title + ": the client."));
        put(
                api.modelPackage(),
                "package-info",
                PackageInfo.source(api.modelPackage(), title + ": requests, responses and values."));
        OperationsIndex index = new OperationsIndex(api, names);
        String resource = path(api.clientPackage()) + "/metadata.json";
        return new GeneratedApi(sources, Map.of(resource, metadata), index.fileName(), index.text(), warnings);
    }

    /** What is left out cannot be linked to. */
    private String link(String operation) {
        OperationModel target = api.operations().get(operation);
        return target == null ? JavadocText.code(operation) : "{@link " + target.requestName() + "}";
    }

    private void add(String packageName, TypeSpec type) {
        JavaFile file = JavaFile.builder(packageName, type)
                .addFileComment("Generated from metadata.json, customization.yaml and docs.yaml; do not edit.")
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
        put(packageName, type.name(), file.toString());
    }

    private void put(String packageName, String type, String source) {
        sources.put(path(packageName) + "/" + type + ".java", source);
    }

    private static String path(String packageName) {
        return packageName.replace('.', '/');
    }
}
