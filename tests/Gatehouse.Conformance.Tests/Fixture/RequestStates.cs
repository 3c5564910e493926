using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Conformance.Tests.Fixture;

/// <summary>The state that travels through the client: sealed, so that a changed one is noticed.</summary>
internal sealed class RequestStates(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("request state");

    public string Write(string state) => protector.Protect(state);

    /// <summary>Null without a state; a changed one is an error of the protocol.</summary>
    public string? Read(RequestParams? call)
    {
        try
        {
            return call?.RequestState is { } state ? protector.Unprotect(state) : null;
        }
        catch (CryptographicException problem)
        {
            throw new McpProtocolException("The request state was changed.", problem, McpErrorCode.InvalidParams);
        }
    }
}
