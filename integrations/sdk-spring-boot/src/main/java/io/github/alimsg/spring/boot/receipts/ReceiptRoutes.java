package io.github.alimsg.spring.boot.receipts;

import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Imports the paths of receipts only where there are any, so that other applications read none of these classes. */
final class ReceiptRoutes implements ImportSelector {
    private final Environment environment;

    ReceiptRoutes(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        String path = environment.getProperty("alimsg.receipts.path", "false");
        return path.equals("false")
                ? new String[0]
                : new String[] {MvcRoutes.class.getName(), WebFluxRoutes.class.getName()};
    }
}
