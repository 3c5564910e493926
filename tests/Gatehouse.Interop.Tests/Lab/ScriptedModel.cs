using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>
/// A model that speaks OpenAI's chat completions and knows one thing: when it is offered the tool <c>access</c> it calls it, and then it says what
/// the tool answered. With it an agent makes a real call of a real tool, and no account is needed.
/// </summary>
internal sealed class ScriptedModel : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<string> results = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, bool> offered = new(StringComparer.Ordinal);

    private ScriptedModel()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>Its address, with the version in its path as clients expect.</summary>
    public string Url => app.Urls.Single() + "/v1";

    /// <summary>All tools it was ever offered.</summary>
    public string Offered => string.Join(' ', offered.Keys.Order(StringComparer.Ordinal));

    public static async Task<ScriptedModel> StartAsync(CancellationToken cancellationToken)
    {
        var model = new ScriptedModel();
        await model.app.StartAsync(cancellationToken);
        return model;
    }

    /// <summary>Waits for the next answer of a tool that an agent brings back.</summary>
    public ValueTask<string> NextResultAsync(CancellationToken cancellationToken) =>
        results.Reader.ReadAsync(cancellationToken);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (!context.Request.Path.Value!.EndsWith("/chat/completions", StringComparison.Ordinal))
        {
            await WriteAsync(
                context,
                "application/json",
                """{"object":"list","data":[{"id":"fake","object":"model"}]}"""
            );
            return;
        }

        var request = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        var tools = (request["tools"] as JsonArray ?? []).Select(tool => (string)tool!["function"]!["name"]!).ToList();
        tools.ForEach(tool => offered[tool] = true);
        var last = request["messages"]!.AsArray()[^1]!;
        var access = tools.Find(tool => tool.EndsWith("access", StringComparison.Ordinal));
        JsonObject message;
        if ((string?)last["role"] == "tool")
        {
            var result = last["content"]!.ToJsonString();
            results.Writer.TryWrite(result);
            message = Says($"The tool answered: {result}");
        }
        else
        {
            message = access is null ? Says("There is no such tool.") : Calls(access);
        }

        if ((bool?)request["stream"] == true)
        {
            await WriteAsync(
                context,
                "text/event-stream",
                $"data: {Completion("delta", message, "chat.completion.chunk")}\n\ndata: [DONE]\n\n"
            );
        }
        else
        {
            await WriteAsync(context, "application/json", Completion("message", message, "chat.completion"));
        }
    }

    private static JsonObject Says(string text) => new() { ["role"] = "assistant", ["content"] = text };

    private static JsonObject Calls(string tool) =>
        new()
        {
            ["role"] = "assistant",
            ["content"] = null,
            ["tool_calls"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["id"] = $"call_{Guid.NewGuid():N}",
                    ["type"] = "function",
                    ["function"] = new JsonObject { ["name"] = tool, ["arguments"] = "{}" },
                }
            ),
        };

    private static string Completion(string part, JsonObject message, string kind) =>
        new JsonObject
        {
            ["id"] = "chatcmpl-lab",
            ["object"] = kind,
            ["created"] = 1,
            ["model"] = "fake",
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    [part] = message,
                    ["finish_reason"] = message.ContainsKey("tool_calls") ? "tool_calls" : "stop",
                }
            ),
            ["usage"] = new JsonObject
            {
                ["prompt_tokens"] = 1,
                ["completion_tokens"] = 1,
                ["total_tokens"] = 2,
            },
        }.ToJsonString();

    private static Task WriteAsync(HttpContext context, string type, string body)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}
