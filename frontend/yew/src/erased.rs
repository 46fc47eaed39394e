//! One component for all function components.

use std::any::{Any, TypeId};
use std::marker::PhantomData;
use std::rc::Rc;

use original::functional::{FunctionComponent, FunctionProvider, HookContext};
use original::html::{BaseComponent, Context, HtmlResult};
use original::virtual_dom::{Key, VChild as YewChild, VComp, VList, VNode};
use original::{Html, Properties};

/// What `html!` makes of `<Component …/>`.
///
/// `new` of a function component is found here first; for any other the compiler takes [`AsItIs::new`].
pub struct VChild<C>(PhantomData<C>);

impl<C: FunctionProvider + 'static> VChild<C> {
    /// A function component, drawn by [`Erased`].
    #[allow(clippy::new_ret_no_self)]
    pub fn new(props: C::Properties, key: Option<Key>) -> VNode {
        erased(Rc::new(Of::<C>(props)), key)
    }
}

/// The usual way, for components that are no functions.
pub trait AsItIs<C: BaseComponent> {
    /// A component with a life cycle of its own.
    #[allow(clippy::new_ret_no_self)]
    fn new(props: C::Properties, key: Option<Key>) -> VNode {
        VNode::from(YewChild::<C>::new(props, key))
    }
}

impl<C: BaseComponent> AsItIs<C> for VChild<C> {}

/// Not generic, so that it exists once.
fn erased(drawn: Rc<dyn Drawn>, key: Option<Key>) -> VNode {
    VNode::from(VComp::new::<Erased>(Rc::new(ErasedProps { drawn }), key))
}

/// A function component with its properties.
trait Drawn {
    /// Which function.
    fn identity(&self) -> TypeId;
    /// The properties.
    fn props(&self) -> &dyn Any;
    /// Whether the properties are the same; the function is.
    fn same(&self, other: &dyn Any) -> bool;
    /// Runs the function.
    fn run(&self, context: &mut HookContext) -> HtmlResult;
}

struct Of<C: FunctionProvider>(C::Properties);

impl<C: FunctionProvider + 'static> Drawn for Of<C> {
    fn identity(&self) -> TypeId {
        TypeId::of::<C>()
    }

    fn props(&self) -> &dyn Any {
        &self.0
    }

    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<C::Properties>() == Some(&self.0)
    }

    fn run(&self, context: &mut HookContext) -> HtmlResult {
        C::run(context, &self.0)
    }
}

/// The properties of [`Erased`].
#[derive(Properties)]
pub struct ErasedProps {
    drawn: Rc<dyn Drawn>,
}

impl PartialEq for ErasedProps {
    fn eq(&self, other: &Self) -> bool {
        self.drawn.identity() == other.drawn.identity() && self.drawn.same(other.drawn.props())
    }
}

/// The life cycle of every function component.
pub struct Erased {
    hooks: FunctionComponent<Self>,
    identity: TypeId,
    /// How many functions stood in this place before: what they drew must not pass for what this one draws.
    generation: u64,
}

impl FunctionProvider for Erased {
    type Properties = ErasedProps;

    fn run(context: &mut HookContext, props: &ErasedProps) -> HtmlResult {
        props.drawn.run(context)
    }
}

impl BaseComponent for Erased {
    type Message = ();
    type Properties = ErasedProps;

    fn create(context: &Context<Self>) -> Self {
        Self {
            hooks: FunctionComponent::new(context),
            identity: context.props().drawn.identity(),
            generation: 0,
        }
    }

    fn update(&mut self, _context: &Context<Self>, (): ()) -> bool {
        true
    }

    fn changed(&mut self, context: &Context<Self>, _old: &ErasedProps) -> bool {
        let identity = context.props().drawn.identity();
        if identity != self.identity {
            // Another function took the place: its hooks are its own.
            self.hooks.destroy();
            *self = Self {
                hooks: FunctionComponent::new(context),
                identity,
                generation: self.generation + 1,
            };
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> HtmlResult {
        let drawn = self.hooks.render(context.props())?;
        Ok(keyed(drawn, self.generation))
    }

    fn rendered(&mut self, _context: &Context<Self>, _first: bool) {
        self.hooks.rendered();
    }

    fn destroy(&mut self, _context: &Context<Self>) {
        self.hooks.destroy();
    }

    fn prepare_state(&self) -> Option<String> {
        None
    }
}

/// The node under a key: the reconciliation replaces what has another one as a whole.
fn keyed(node: Html, generation: u64) -> Html {
    let own = VList::with_children(vec![node], Some(Key::from(generation)));
    VNode::from(VList::with_children(vec![VNode::from(own)], None))
}
