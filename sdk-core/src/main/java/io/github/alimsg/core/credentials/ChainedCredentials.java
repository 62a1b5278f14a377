package io.github.alimsg.core.credentials;

import io.github.alimsg.core.error.CredentialsException;
import java.util.ArrayList;
import java.util.List;

/** Uses the first of several sources that has something set. */
final class ChainedCredentials implements CredentialsProvider {
    private final List<CredentialsProvider> providers;

    ChainedCredentials(List<CredentialsProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    @Override
    public Credentials credentials() {
        List<String> reasons = new ArrayList<>();
        for (CredentialsProvider provider : providers) {
            try {
                return CredentialsSource.givenBy(provider);
            } catch (CredentialsException e) {
                if (e.isMisconfigured()) {
                    throw e;
                }
                reasons.addAll(e.sources());
            }
        }
        throw new CredentialsException(null, 0, reasons, null);
    }

    @Override
    public void invalidate() {
        providers.forEach(CredentialsProvider::invalidate);
    }

    @Override
    public String toString() {
        return providers.toString();
    }
}
