package io.github.alimsg.codegen.output;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;

/** Names of the engine's classes. Names only: the generator runs without the engine. */
final class CoreTypes {
    private static final String CORE = "io.github.alimsg.core";
    private static final String WIRE = CORE + ".wire";

    static final ClassName SDK_REQUEST = ClassName.get(CORE, "SdkRequest");
    static final ClassName SDK_RESPONSE = ClassName.get(CORE, "SdkResponse");
    static final ClassName PHONE_NUMBER = ClassName.get(CORE, "PhoneNumber");
    static final ClassName SDK_CLIENT = ClassName.get(CORE, "SdkClient");
    static final ClassName CLIENT_BUILDER = ClassName.get(CORE, "ClientBuilder");
    static final ClassName CLIENT_OPTIONS = ClassName.get(CORE, "ClientOptions");
    static final ClassName OPEN_VALUE = ClassName.get(CORE, "OpenValue");
    static final ClassName PAGER = ClassName.get(CORE, "Pager");
    static final ClassName EFFECT = ClassName.get(CORE + ".retry", "Effect");
    static final ClassName ERROR_KIND = ClassName.get(CORE + ".error", "ErrorKind");
    static final ClassName SERVICE_EXCEPTION = ClassName.get(CORE + ".error", "ServiceException");
    static final ClassName SDK_EXCEPTION = ClassName.get(CORE + ".error", "SdkException");
    static final ClassName OPERATION = ClassName.get(WIRE, "Operation");
    static final ClassName PRODUCT = ClassName.get(WIRE, "Product");
    static final ClassName CLIENT_CORE = ClassName.get(CORE + ".spi", "ClientCore");
    static final ClassName SUCCESS_RULE = ClassName.get(WIRE, "SuccessRule");
    static final ClassName PARAM_WRITER = ClassName.get(WIRE, "ParamWriter");
    static final ClassName STRUCTURE_WRITER = ClassName.get(WIRE, "StructureWriter");
    static final ClassName DATE_FORM = ClassName.get(WIRE, "DateForm");
    static final ClassName PHONE_FORM = ClassName.get(WIRE, "PhoneForm");
    static final ClassName JSON_READER = ClassName.get(WIRE, "JsonReader");

    static final AnnotationSpec GENERATED =
            AnnotationSpec.builder(ClassName.get(WIRE, "Generated")).build();
    static final AnnotationSpec NULLABLE = AnnotationSpec.builder(ClassName.get("org.jspecify.annotations", "Nullable"))
            .build();
    static final AnnotationSpec NULL_MARKED = AnnotationSpec.builder(
                    ClassName.get("org.jspecify.annotations", "NullMarked"))
            .build();

    private CoreTypes() {}
}
