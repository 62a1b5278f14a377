package io.github.alimsg.spring.boot.shared;

import io.github.alimsg.core.SdkClient;
import io.github.alimsg.spring.boot.receipts.AlimsgReceiptsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Import;

/**
 * Turns, seen receipts and caps that several processes share, each if its property says where: {@code alimsg.shared.turns},
 * {@code alimsg.shared.seen-receipts}, {@code alimsg.shared.caps}. Beans of the application take their place.
 */
@AutoConfiguration(before = AlimsgReceiptsAutoConfiguration.class)
@ConditionalOnClass(SdkClient.class)
@Import(SharedStores.class)
public final class AlimsgSharedAutoConfiguration {
    AlimsgSharedAutoConfiguration() {}
}
