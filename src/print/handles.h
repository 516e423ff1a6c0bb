// SPDX-License-Identifier: Apache-2.0
// Owners for the handles of Cairo, Pango, GLib and fontconfig.
#pragma once

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include <memory>

namespace detour {

struct ReleaseHandle {
    void operator()(cairo_t* handle) const { cairo_destroy(handle); }
    void operator()(cairo_surface_t* handle) const { cairo_surface_destroy(handle); }
    void operator()(cairo_pattern_t* handle) const { cairo_pattern_destroy(handle); }
    void operator()(cairo_font_options_t* handle) const { cairo_font_options_destroy(handle); }
    void operator()(PangoFontMap* handle) const { g_object_unref(handle); }
    void operator()(PangoContext* handle) const { g_object_unref(handle); }
    void operator()(PangoLayout* handle) const { g_object_unref(handle); }
    void operator()(PangoAttrList* handle) const { pango_attr_list_unref(handle); }
    void operator()(PangoFontDescription* handle) const { pango_font_description_free(handle); }
    void operator()(FcConfig* handle) const { FcConfigDestroy(handle); }
};

/// Adopts the handle.
template <class T>
using Handle = std::unique_ptr<T, ReleaseHandle>;

}  // namespace detour
