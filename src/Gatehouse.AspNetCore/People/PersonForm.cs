using System.Diagnostics.CodeAnalysis;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.People;

/// <summary>A form that a signed-in person sent from one of our pages, or the answer to anything else.</summary>
internal sealed record PersonForm(PersonSession? Session, RequestParameters? Fields, IResult? Refusal)
{
    public bool Accepted(
        [NotNullWhen(true)] out PersonSession? session,
        [NotNullWhen(true)] out RequestParameters? fields,
        [NotNullWhen(false)] out IResult? refusal
    )
    {
        (session, fields, refusal) = (Session, Fields, Refusal);
        return refusal is null;
    }
}
