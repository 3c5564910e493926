using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Conformance.Tests.Fixture;

/// <summary>Tools that need the client's input and say so in their result (SEP-2322), which revision 2026-07-28 does in place of asking back.</summary>
[McpServerToolType]
internal sealed class InputRequiredTools(RequestStates states)
{
    [McpServerTool(Name = "test_input_required_result_elicitation"), Description("Asks for a name")]
    public static string Elicitation(RequestContext<CallToolRequestParams> context) =>
        Inputs.Elicited(context.Params, "user_name", "name") is { } name
            ? $"Hello, {name}!"
            : throw new InputRequiredException(Inputs.One("user_name", Inputs.Ask("What is your name?", "name")));

    [McpServerTool(Name = "test_input_required_result_sampling"), Description("Asks a model")]
    public static string Sampling(RequestContext<CallToolRequestParams> context) =>
        Inputs.Has(context.Params, "capital_question")
            ? "The model answered."
            : throw new InputRequiredException(
                Inputs.One("capital_question", Inputs.Sample("What is the capital of France?", 100))
            );

    [McpServerTool(Name = "test_input_required_result_list_roots"), Description("Asks for the roots")]
    public static string ListRoots(RequestContext<CallToolRequestParams> context) =>
        Inputs.Has(context.Params, "client_roots")
            ? "The roots are known."
            : throw new InputRequiredException(
                Inputs.One("client_roots", InputRequest.ForRootsList(new ListRootsRequestParams()))
            );

    [McpServerTool(Name = "test_input_required_result_request_state"), Description("Asks, and remembers by the state")]
    public string RequestState(RequestContext<CallToolRequestParams> context) => Confirm(context.Params);

    [
        McpServerTool(Name = "test_input_required_result_tampered_state"),
        Description("Asks, and refuses a changed state")
    ]
    public string TamperedState(RequestContext<CallToolRequestParams> context) => Confirm(context.Params);

    [McpServerTool(Name = "test_input_required_result_multiple_inputs"), Description("Asks for three things at once")]
    public string MultipleInputs(RequestContext<CallToolRequestParams> context)
    {
        string[] names = ["user_name", "greeting", "client_roots"];
        return Array.TrueForAll(names, name => Inputs.Has(context.Params, name))
            ? "All three are known."
            : throw new InputRequiredException(
                new Dictionary<string, InputRequest>
                {
                    ["user_name"] = Inputs.Ask("What is your name?", "name"),
                    ["greeting"] = Inputs.Sample("Generate a greeting", 50),
                    ["client_roots"] = InputRequest.ForRootsList(new ListRootsRequestParams()),
                },
                states.Write("three")
            );
    }

    [McpServerTool(Name = "test_input_required_result_multi_round"), Description("Asks twice")]
    public string MultiRound(RequestContext<CallToolRequestParams> context) =>
        states.Read(context.Params) switch
        {
            "step2" when Inputs.Has(context.Params, "step2") => "Both are known.",
            "step1" when Inputs.Has(context.Params, "step1") => throw new InputRequiredException(
                Inputs.One("step2", Inputs.Ask("Step 2: What is your favorite color?", "color")),
                states.Write("step2")
            ),
            _ => throw new InputRequiredException(
                Inputs.One("step1", Inputs.Ask("Step 1: What is your name?", "name")),
                states.Write("step1")
            ),
        };

    [McpServerTool(Name = "test_input_required_result_capabilities"), Description("Asks only what the client can do")]
    public static string Capabilities(McpServer server) =>
        throw new InputRequiredException(
            server.ClientCapabilities?.Elicitation is null
                ? Inputs.One("question", Inputs.Sample("What is the capital of France?", 100))
                : Inputs.One("question", Inputs.Ask("What is the capital of France?", "capital"))
        );

    [McpServerTool(Name = "test_streaming_elicitation"), Description("Asks for a confirmation")]
    public static string StreamingElicitation(RequestContext<CallToolRequestParams> context) =>
        Inputs.Has(context.Params, "confirm")
            ? "Confirmed."
            : throw new InputRequiredException(Inputs.One("confirm", Inputs.Ask("Go on?", "answer")));

    [McpServerTool(Name = "test_missing_capability"), Description("Needs a client with a model")]
    public static string MissingCapability(McpServer server) =>
        server.ClientCapabilities?.Sampling is null
            ? throw new MissingRequiredClientCapabilityException(
                new ClientCapabilities { Sampling = new SamplingCapability() }
            )
            : "The client has a model.";

    private string Confirm(CallToolRequestParams? call) =>
        states.Read(call) is not null && Inputs.Has(call, "confirm")
            ? "state-ok"
            : throw new InputRequiredException(
                Inputs.One("confirm", Inputs.Ask("Please confirm", "ok")),
                states.Write("confirm")
            );
}
