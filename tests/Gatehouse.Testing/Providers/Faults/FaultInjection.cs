using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Testing.Providers.Faults;

/// <summary>Lets requests fail. Which ones is decided by a number drawn from their order: by chance to look at, the same in each run.</summary>
internal sealed class FaultInjection(ProviderFaults faults)
{
    private const int HugeBody = 10 * 1024 * 1024;
    private int drawn;

    /// <summary>Lets a request fail, or not.</summary>
    /// <returns>True when it was dealt with.</returns>
    public async Task<bool> StrikeAsync(ProviderEndpoint endpoint, HttpContext context)
    {
        var (share, kinds) = (faults.Share, faults.Kinds);
        if (share <= 0 || !faults.Where.Contains(endpoint))
        {
            return false;
        }

        var dice = Draw();
        if ((uint)(dice & uint.MaxValue) / (double)uint.MaxValue >= share)
        {
            return false;
        }

        faults.Struck++;
        await FailAsync(kinds[(int)((dice >> 32) % (ulong)kinds.Count)], context);
        return true;
    }

    /// <summary>What a fault makes of a token answer.</summary>
    /// <returns>True when it was dealt with.</returns>
    public async Task<bool> SpoilTokenAnswerAsync(HttpContext context)
    {
        var response = context.Response;
        if (faults.TokenRedirect is { } target)
        {
            response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            response.Headers.Location = target;
            return true;
        }

        if (faults.TokenBody is { } body)
        {
            response.ContentType = "application/json";
            await response.WriteAsync(body, context.RequestAborted);
            return true;
        }

        if (!faults.HugeTokenAnswer && !faults.EndlessTokenAnswer)
        {
            return false;
        }

        response.ContentType = "application/json";
        await response.WriteAsync("{\"access_token\":\"", context.RequestAborted);
        var part = new string('x', 64 * 1024);
        for (var sent = 0; faults.EndlessTokenAnswer || sent < HugeBody; sent += part.Length)
        {
            await response.WriteAsync(part, context.RequestAborted);
        }

        await response.WriteAsync("\",\"token_type\":\"Bearer\"}", context.RequestAborted);
        return true;
    }

    private static async Task FailAsync(FaultKind kind, HttpContext context)
    {
        var response = context.Response;
        switch (kind)
        {
            case FaultKind.ServerError:
                await ProviderAnswer
                    .Html(StatusCodes.Status500InternalServerError, "<h1>Something broke</h1>")
                    .WriteAsync(context);
                return;
            case FaultKind.TooManyRequests:
                response.Headers.RetryAfter = "1";
                response.StatusCode = StatusCodes.Status429TooManyRequests;
                return;
            case FaultKind.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
                    .ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            case FaultKind.CutAnswer:
                response.ContentType = "application/json";
                response.ContentLength = 100;
                await response.WriteAsync("{\"access_to", context.RequestAborted);
                await response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                return;
            default:
                context.Abort();
                return;
        }
    }

    private ulong Draw()
    {
        var number = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(number, Interlocked.Increment(ref drawn));
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(number));
    }
}
