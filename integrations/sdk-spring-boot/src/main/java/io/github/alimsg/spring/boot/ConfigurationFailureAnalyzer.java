package io.github.alimsg.spring.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the configuration, and what to do, in place of a stack trace. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<AlimsgConfigurationException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AlimsgConfigurationException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
