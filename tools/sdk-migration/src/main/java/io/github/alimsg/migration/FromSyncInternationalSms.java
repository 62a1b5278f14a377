package io.github.alimsg.migration;

import java.util.List;
import org.openrewrite.Recipe;

/**
 * The same as {@link FromSyncSdk} for international SMS, {@code com.aliyun:dysmsapi20180501}. It was tested with stand-ins for the vendor's
 * classes, not with its jar.
 */
public final class FromSyncInternationalSms extends Recipe {
    /** Creates the recipe. */
    public FromSyncInternationalSms() {}

    @Override
    public String getDisplayName() {
        return "Move international SMS from the vendor's synchronous SDK to alimsg";
    }

    @Override
    public String getDescription() {
        return "Replaces dependencies, clients, requests, responses, tests of codes and exceptions of dysmsapi20180501.";
    }

    @Override
    public List<Recipe> getRecipeList() {
        return List.of(new FromSyncSdk(List.of("dysmsapi20180501")));
    }
}
