/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-json-names-private.h"

#include "okr-json-scan.h"
#include "okr-json-token-private.h"

#include <string.h>

/* Up to here, comparing hashes one by one is faster than keeping a table. */
#define LINEAR_LIMIT 24

typedef struct
{
  const char *spelling;
  const char *text;
  gsize length;
  guint64 hash;
} Name;

/* slots: index into names plus 1, 0 is free; at most half of them are taken. */
typedef struct
{
  gsize first;
  gsize *slots;
  gsize n_slots;
} Object;

struct _OkrJsonNames
{
  Name *names;
  gsize n_names;
  gsize n_allocated;
  Object objects[OKR_JSON_MAX_DEPTH];
  guint n_objects;
  GStringChunk *unescaped;
  guint64 seed;
};

OkrJsonNames *
okr_json_names_new (void)
{
  OkrJsonNames *self = g_new0 (OkrJsonNames, 1);

  /* Random, so that no file can be made whose names all collide. */
  self->seed = ((guint64) g_random_int () << 32) | g_random_int ();

  return self;
}

void
okr_json_names_free (OkrJsonNames *self)
{
  g_assert (self != NULL);

  for (guint i = 0; i < self->n_objects; i++)
    g_free (self->objects[i].slots);
  g_clear_pointer (&self->unescaped, g_string_chunk_free);
  g_free (self->names);
  g_free (self);
}

void
okr_json_names_open (OkrJsonNames *self)
{
  g_assert (self->n_objects < OKR_JSON_MAX_DEPTH);

  self->objects[self->n_objects++] = (Object) { .first = self->n_names };
}

void
okr_json_names_close (OkrJsonNames *self)
{
  Object *object;

  g_assert (self->n_objects > 0);

  object = &self->objects[--self->n_objects];
  self->n_names = object->first;
  g_clear_pointer (&object->slots, g_free);
}

static inline guint64
mix (guint64 hash,
     guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return hash ^ (hash >> 32);
}

static guint64
hash_name (guint64     seed,
           const char *text,
           gsize       length)
{
  guint64 hash = mix (seed, length);
  guint64 word;

  for (; length >= sizeof word; text += sizeof word, length -= sizeof word)
    {
      memcpy (&word, text, sizeof word);
      hash = mix (hash, word);
    }
  if (length > 0)
    {
      word = 0;
      memcpy (&word, text, length);
      hash = mix (hash, word);
    }

  return mix (hash, seed);
}

static inline gboolean
is_same_name (const Name *a,
              const Name *b)
{
  return a->hash == b->hash && a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

static const Name *
find_linear (OkrJsonNames *self,
             const Object *object,
             const Name   *name)
{
  for (gsize i = object->first; i < self->n_names; i++)
    if (is_same_name (&self->names[i], name))
      return &self->names[i];

  return NULL;
}

/* Where the name is, or where it belongs. */
static gsize *
find_slot (OkrJsonNames *self,
           const Object *object,
           const Name   *name)
{
  gsize i = name->hash & (object->n_slots - 1);

  while (object->slots[i] != 0 && !is_same_name (&self->names[object->slots[i] - 1], name))
    i = (i + 1) & (object->n_slots - 1);

  return &object->slots[i];
}

static void
rebuild_slots (OkrJsonNames *self,
               Object       *object)
{
  g_free (object->slots);
  object->n_slots = object->n_slots > 0 ? object->n_slots * 2 : 128;
  object->slots = g_new0 (gsize, object->n_slots);

  for (gsize i = object->first; i < self->n_names; i++)
    *find_slot (self, object, &self->names[i]) = i + 1;
}

static void
append_name (OkrJsonNames *self,
             const Name   *name)
{
  if (self->n_names == self->n_allocated)
    {
      self->n_allocated = self->n_allocated > 0 ? self->n_allocated * 2 : 128;
      self->names = g_renew (Name, self->names, self->n_allocated);
    }
  self->names[self->n_names++] = *name;
}

static void
unescape_name (OkrJsonNames *self,
               Name         *name)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->unescaped == NULL)
    self->unescaped = g_string_chunk_new (1024);

  okr_json_token_unescape (name->spelling, name->length, text);
  name->text = g_string_chunk_insert_len (self->unescaped, text->str, (gssize) text->len);
  name->length = text->len;
}

static const Name *
find_or_take_slot (OkrJsonNames *self,
                   Object       *object,
                   const Name   *name)
{
  gsize *slot;

  if ((self->n_names - object->first) * 2 >= object->n_slots)
    rebuild_slots (self, object);

  slot = find_slot (self, object, name);
  if (*slot != 0)
    return &self->names[*slot - 1];

  *slot = self->n_names + 1;

  return NULL;
}

const char *
okr_json_names_add (OkrJsonNames *self,
                    const char   *text,
                    gsize         length,
                    gboolean      has_escapes)
{
  Name name = { .spelling = text, .text = text, .length = length };
  const Name *known;
  Object *object;

  g_assert (self != NULL && self->n_objects > 0 && text != NULL);

  if (has_escapes)
    unescape_name (self, &name);
  name.hash = hash_name (self->seed, name.text, name.length);

  object = &self->objects[self->n_objects - 1];
  if (self->n_names - object->first < LINEAR_LIMIT)
    known = find_linear (self, object, &name);
  else
    known = find_or_take_slot (self, object, &name);
  if (known != NULL)
    return known->spelling;

  append_name (self, &name);

  return NULL;
}
