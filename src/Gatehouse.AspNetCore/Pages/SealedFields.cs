using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.AspNetCore.Keys;

namespace Gatehouse.AspNetCore.Pages;

/// <summary>What a form carries from its page back to us, sealed: nobody else can write it, and nothing has to be stored meanwhile.</summary>
internal sealed class SealedFields(Sealer sealer)
{
    /// <summary>The text of the field.</summary>
    /// <param name="content">What to carry.</param>
    /// <param name="type">How it is written.</param>
    /// <param name="context">Which form it is of; it opens in no other.</param>
    public string Seal<T>(T content, JsonTypeInfo<T> type, string context) =>
        Base64Url.EncodeToString(sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(content, type), context));

    /// <summary>Opens a field that was sent; null when it is not one of ours.</summary>
    public async ValueTask<T?> OpenAsync<T>(
        string? field,
        JsonTypeInfo<T> type,
        string context,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (field is null || !Base64Url.IsValid(field))
        {
            return null;
        }

        var json = await sealer.OpenAsync(Base64Url.DecodeFromChars(field), context, cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize(json, type);
    }
}
