// SPDX-License-Identifier: Apache-2.0
#include "print/fonts.h"

#include <fmt/format.h>
#include <pango/pangofc-fontmap.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>

extern "C" {
extern const char detour_font_atkinson_regular_begin[];
extern const char detour_font_atkinson_regular_end[];
extern const char detour_font_atkinson_bold_begin[];
extern const char detour_font_atkinson_bold_end[];
extern const char detour_font_noto_regular_begin[];
extern const char detour_font_noto_regular_end[];
extern const char detour_font_noto_bold_begin[];
extern const char detour_font_noto_bold_end[];
}

namespace detour {
namespace {

constexpr const char* families = "Atkinson Hyperlegible,Noto Sans";

std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

/// A file in memory only, open for the life of the process: FreeType reads it when it needs to.
Expected<std::string> memory_file(std::string_view bytes) {
    const int handle = memfd_create("detour-font", MFD_CLOEXEC);
    if (handle < 0) {
        return failure(fmt::format("cannot load a typeface: {}", std::generic_category().message(errno)));
    }
    while (!bytes.empty()) {
        const auto written = write(handle, bytes.data(), bytes.size());
        if (written <= 0) {
            close(handle);
            return failure(fmt::format("cannot load a typeface: {}", std::generic_category().message(errno)));
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return fmt::format("/proc/self/fd/{}", handle);
}

/// Makes our fonts the only ones that fontconfig knows in this process. They never change and are never closed: Cairo
/// knows a typeface by the name of its file, so that a name must not come to mean another one.
Expected<void> install_config() {
    const std::array faces = {between(detour_font_atkinson_regular_begin, detour_font_atkinson_regular_end),
                              between(detour_font_atkinson_bold_begin, detour_font_atkinson_bold_end),
                              between(detour_font_noto_regular_begin, detour_font_noto_regular_end),
                              between(detour_font_noto_bold_begin, detour_font_noto_bold_end)};
    Handle<FcConfig> config(FcConfigCreate());
    for (const auto face : faces) {
        const auto path = memory_file(face);
        if (!path) {
            return tl::unexpected(path.error());
        }
        const auto* name = reinterpret_cast<const FcChar8*>(path->c_str());  // fontconfig's byte type
        if (FcConfigAppFontAddFile(config.get(), name) == FcFalse) {
            return failure("cannot load a typeface: fontconfig refuses it");
        }
    }
    // Before any font map exists: else Pango starts a thread that reads the fonts of the machine.
    FcConfigSetCurrent(config.get());
    return {};
}

Handle<PangoContext> make_context(PangoFontMap* map) {
    Handle<PangoContext> context(pango_font_map_create_context(map));
    Handle<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_cairo_context_set_resolution(context.get(), 72);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    return context;
}

}  // namespace

Fonts::Fonts(Handle<PangoFontMap> map, Handle<PangoContext> context)
    : map_(std::move(map)), context_(std::move(context)) {}

Expected<Fonts> Fonts::open() {
    static const Expected<void> installed = install_config();
    if (!installed) {
        return tl::unexpected(installed.error());
    }
    Handle<PangoFontMap> map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), FcConfigGetCurrent());
    auto context = make_context(map.get());
    return Fonts(std::move(map), std::move(context));
}

Handle<PangoLayout> Fonts::layout(double size_pt, bool bold) const {
    Handle<PangoLayout> layout(pango_layout_new(context_.get()));
    Handle<PangoFontDescription> description(pango_font_description_new());
    pango_font_description_set_family(description.get(), families);
    pango_font_description_set_weight(description.get(), bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(description.get(), size_pt * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), description.get());
    return layout;
}

}  // namespace detour
