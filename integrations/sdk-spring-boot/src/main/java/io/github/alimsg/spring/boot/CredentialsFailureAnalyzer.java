package io.github.alimsg.spring.boot;

import io.github.alimsg.core.error.CredentialsException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows where credentials were looked for when a call at the start of the application had none. */
final class CredentialsFailureAnalyzer extends AbstractFailureAnalyzer<CredentialsException> {
    private static final String CORRECT =
            "Correct the source above. Later ones are not asked: signing with another identity would be no remedy.";

    private static final String SET =
            "Set alimsg.credentials.access-key-id and alimsg.credentials.access-key-secret, from variables rather than"
                    + " in a file; or alimsg.credentials.profile, .ecs-role or .role.arn; or one of the sources above.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CredentialsException cause) {
        String description = "There are no credentials to sign a call with. Looked for in:\n\n    - "
                + String.join("\n    - ", cause.sources());
        return new FailureAnalysis(description, cause.isMisconfigured() ? CORRECT : SET, cause);
    }
}
