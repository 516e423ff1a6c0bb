// SPDX-License-Identifier: Apache-2.0
#include "render/picture.h"

#include "render/figure.h"

namespace detour {

Picture picture_of(const ExerciseView& exercise, const Phrases& phrases) {
    Picture picture;
    picture.alt = exercise.alt.empty() ? exercise.name : exercise.alt;
    if (exercise.figure == nullptr) {
        return picture;
    }
    picture.frames = draw_figure(*exercise.figure);
    if (picture.frames.size() == 2) {
        picture.labels = {phrases.at("figure.start"), phrases.at("figure.finish")};
    } else if (picture.frames.size() > 2) {
        picture.labels = {phrases.at("figure.start"), phrases.at("figure.then"), phrases.at("figure.finish")};
    }
    return picture;
}

}  // namespace detour
