package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.receipts.ReceiptDispatcher;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * Dispatchers of receipts to the application's handlers, and their paths in a web application if {@code
 * alimsg.receipts.path} is set.
 */
@AutoConfiguration
@ConditionalOnClass(ReceiptDispatcher.class)
@EnableConfigurationProperties
@Import({ReceiptBeans.class, ReceiptRoutes.class})
public final class AlimsgReceiptsAutoConfiguration {
    AlimsgReceiptsAutoConfiguration() {}
}
