package io.github.alimsg.migration;

/**
 * Moves international text messages from the vendor's SDK of the first generation, {@code
 * com.aliyun:aliyun-java-sdk-dysmsapi}, to this one. It was tested with stand-ins for the vendor's classes, not
 * with its jar.
 */
public final class FromFirstInternationalSms extends MigrationRecipe {
    /** Creates the recipe. */
    public FromFirstInternationalSms() {}

    @Override
    Generation generation() {
        return Generation.FIRST;
    }

    @Override
    String product() {
        return "dysmsapi20180501";
    }
}
