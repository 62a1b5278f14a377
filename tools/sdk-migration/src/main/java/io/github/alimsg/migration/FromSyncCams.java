package io.github.alimsg.migration;

import java.util.List;
import org.openrewrite.Recipe;

/**
 * The same as {@link FromSyncSdk} for CAMS, {@code com.aliyun:cams20200606}. It was tested with stand-ins for the vendor's
 * classes, not with its jar.
 */
public final class FromSyncCams extends Recipe {
    /** Creates the recipe. */
    public FromSyncCams() {}

    @Override
    public String getDisplayName() {
        return "Move WhatsApp and other chats from the vendor's synchronous SDK to alimsg";
    }

    @Override
    public String getDescription() {
        return "Replaces dependencies, clients, requests, responses, tests of codes and exceptions of cams20200606.";
    }

    @Override
    public List<Recipe> getRecipeList() {
        return List.of(new FromSyncSdk(List.of("cams20200606")));
    }
}
