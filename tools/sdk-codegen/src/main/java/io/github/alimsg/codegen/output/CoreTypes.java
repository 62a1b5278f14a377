package io.github.alimsg.codegen.output;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.OpenValue;
import io.github.alimsg.core.Pager;
import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.Setting;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.MessageFacts;
import io.github.alimsg.core.wire.ModelValues;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.ParamWriter;
import io.github.alimsg.core.wire.PhoneForm;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.core.wire.Shown;
import io.github.alimsg.core.wire.StructureWriter;
import io.github.alimsg.core.wire.SuccessRule;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The engine's classes that generated code names. */
final class CoreTypes {
    static final ClassName SDK_REQUEST = ClassName.get(SdkRequest.class);
    static final ClassName SDK_RESPONSE = ClassName.get(SdkResponse.class);
    static final ClassName SETTING = ClassName.get(Setting.class);
    static final ClassName PHONE_NUMBER = ClassName.get(PhoneNumber.class);
    static final ClassName SDK_CLIENT = ClassName.get(SdkClient.class);
    static final ClassName CLIENT_BUILDER = ClassName.get(ClientBuilder.class);
    static final ClassName CLIENT_OPTIONS = ClassName.get(ClientOptions.class);
    static final ClassName OPEN_VALUE = ClassName.get(OpenValue.class);
    static final ClassName PAGER = ClassName.get(Pager.class);
    static final ClassName EFFECT = ClassName.get(Effect.class);
    static final ClassName ERROR_KIND = ClassName.get(ErrorKind.class);
    static final ClassName SERVICE_EXCEPTION = ClassName.get(ServiceException.class);
    static final ClassName SDK_EXCEPTION = ClassName.get(SdkException.class);
    static final ClassName OPERATION = ClassName.get(Operation.class);
    static final ClassName PRODUCT = ClassName.get(Product.class);
    static final ClassName CLIENT_CORE = ClassName.get(ClientCore.class);
    static final ClassName SUCCESS_RULE = ClassName.get(SuccessRule.class);
    static final ClassName PARAM_WRITER = ClassName.get(ParamWriter.class);
    static final ClassName STRUCTURE_WRITER = ClassName.get(StructureWriter.class);
    static final ClassName PHONE_FORM = ClassName.get(PhoneForm.class);
    static final ClassName MODEL_VALUES = ClassName.get(ModelValues.class);
    static final ClassName SHOWN = ClassName.get(Shown.class);
    static final ClassName MESSAGE_FACTS = ClassName.get(MessageFacts.class);
    static final ClassName JSON_READER = ClassName.get(JsonReader.class);

    static final AnnotationSpec NULLABLE =
            AnnotationSpec.builder(ClassName.get(Nullable.class)).build();
    static final AnnotationSpec NULL_MARKED =
            AnnotationSpec.builder(ClassName.get(NullMarked.class)).build();

    private CoreTypes() {}
}
