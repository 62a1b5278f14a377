package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.AreaModel;
import io.github.alimsg.codegen.model.FieldNames;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Generates the interface of an area: the operations that belong together. */
final class AreaGenerator {
    private final ApiModel api;
    private final AreaModel area;
    private final ClassName name;
    private final OperationMethods methods;
    private final JavadocText javadoc;

    AreaGenerator(ApiModel api, AreaModel area, FieldNames names, JavadocText javadoc) {
        this.api = api;
        this.area = area;
        this.name = name(api, area);
        this.methods = new OperationMethods(api, name, names);
        this.javadoc = javadoc;
    }

    static ClassName name(ApiModel api, AreaModel area) {
        return ClassName.get(api.clientPackage(), Objects.requireNonNull(area.type()));
    }

    TypeSpec generate() {
        TypeSpec.Builder type =
                TypeSpec.interfaceBuilder(name).addJavadoc("$L", classJavadoc()).addModifiers(Modifier.PUBLIC);
        methods.addTo(type, area.operations());
        return type.build();
    }

    private String classJavadoc() {
        String client = api.product().client();
        return javadoc.firstSentence(area.title()) + ": a part of {@link " + client
                + "}, for code that needs no more of it."
                + "\n\n<p>Methods throw {@link io.github.alimsg.core.error.SdkException}, which says what happened, and"
                + " never\nreturn a failure.\n\n"
                + methods.list(area.operations());
    }
}
