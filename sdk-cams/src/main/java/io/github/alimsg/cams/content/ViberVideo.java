package io.github.alimsg.cams.content;

/** A video as Viber describes it. Immutable. */
public final class ViberVideo extends ContentPart {
    private ViberVideo(String link, String thumbnail, long fileSize, int duration) {
        super(object(
                "link",
                text("link", link),
                "thumbnail",
                text("thumbnail", thumbnail),
                "fileSize",
                positive("fileSize", fileSize),
                "duration",
                positive("duration", duration)));
    }

    /**
     * Returns a video.
     *
     * @param link URL of the video
     * @param thumbnail URL of its preview picture
     * @param fileSize its size; the vendor documents no unit
     * @param duration its length in seconds; the vendor gives the unit only for templates
     * @return the video
     * @throws IllegalArgumentException when a number is not above 0
     */
    public static ViberVideo of(String link, String thumbnail, long fileSize, int duration) {
        return new ViberVideo(link, thumbnail, fileSize, duration);
    }

    private static Long positive(String name, long number) {
        if (number <= 0) {
            throw new IllegalArgumentException(name + " is " + number + "; it must be above 0");
        }
        return number;
    }
}
