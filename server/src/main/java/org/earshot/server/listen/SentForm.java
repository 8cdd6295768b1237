package org.earshot.server.listen;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// The fields of the form by which a voice is sent, as they arrive. [VoiceForms] reads them.
public class SentForm {

  @RestForm @Nullable String words;
  @RestForm @Nullable String language;
  @RestForm @Nullable String guessed;
  @RestForm @Nullable String area;
  @RestForm @Nullable String place;
  @RestForm @Nullable String longitude;
  @RestForm @Nullable String latitude;

  @RestForm("map.x")
  @Nullable String mapX;

  @RestForm("map.y")
  @Nullable String mapY;

  @RestForm @Nullable List<String> segment;
  @RestForm @Nullable String email;
  @RestForm @Nullable String mobile;
  @RestForm @Nullable String show;
  @RestForm @Nullable String need;
  @RestForm @Nullable String stamp;
  @RestForm @Nullable String key;

  /// A field that people do not see and programs fill in.
  @RestForm @Nullable String website;

  @RestForm @Nullable String send;

  // staff only
  @RestForm @Nullable String channel;
  @RestForm @Nullable String saidOn;
  @RestForm @Nullable String service;

  @RestForm("photos")
  @Nullable List<FileUpload> photos;
}
