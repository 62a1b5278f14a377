package io.github.alimsg.spring.boot.test;

import io.github.alimsg.testing.FakeCloud;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.beans.factory.annotation.ParameterResolutionDelegate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives the fake to methods for tests. What says that Spring is to inject it, and constructors, are left to Spring. */
final class FakeCloudParameter implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakeCloud.class
                && parameter.getDeclaringExecutable() instanceof Method
                && !ParameterResolutionDelegate.isAutowirable(parameter.getParameter(), parameter.getIndex());
    }

    @Override
    public FakeCloud resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SpringExtension.getApplicationContext(context).getBean(FakeCloud.class);
    }
}
