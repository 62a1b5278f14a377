package io.github.alimsg.spring.boot.test;

import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.spring.boot.AlimsgClientCustomizer;
import io.github.alimsg.spring.boot.CamsClientCustomizer;
import io.github.alimsg.spring.boot.DysmsInternationalClientCustomizer;
import io.github.alimsg.spring.boot.DysmsMainlandClientCustomizer;
import io.github.alimsg.spring.boot.StsClientCustomizer;
import io.github.alimsg.spring.boot.once.OnceCustomizer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Excludes all scanned components but those that change clients. */
final class ScannedTypes extends TypeExcludeFilter {
    private static final List<AssignableTypeFilter> KEPT = Stream.of(
                    AlimsgClientCustomizer.class,
                    CamsClientCustomizer.class,
                    DysmsInternationalClientCustomizer.class,
                    DysmsMainlandClientCustomizer.class,
                    StsClientCustomizer.class,
                    OnceCustomizer.class,
                    SendGuard.class,
                    Interceptor.class,
                    CallListener.class,
                    RetryPolicy.class,
                    RateLimiter.class)
            .map(AssignableTypeFilter::new)
            .toList();

    @Override
    public boolean match(MetadataReader component, MetadataReaderFactory factory) throws IOException {
        for (AssignableTypeFilter kept : KEPT) {
            if (kept.match(component, factory)) {
                return false;
            }
        }
        return true;
    }

    /** All are equal, so that tests share a context. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScannedTypes;
    }

    @Override
    public int hashCode() {
        return ScannedTypes.class.hashCode();
    }
}
